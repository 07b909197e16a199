/** Something that is given once, or asked for each time: because it depends on what it is for, or must be fresh. */
export type Asked<Args extends readonly unknown[], T> = T | ((...args: Args) => T | Promise<T>)

/** Names and values: of HTTP headers, of form fields. */
export type Pairs = Readonly<Record<string, string>>

/** What is given, or what comes when it is asked for. */
export const askFor = <Args extends readonly unknown[], T extends string | Pairs>(asked: Asked<Args, T>, ...args: Args): T | Promise<T> =>
  typeof asked === 'function' ? asked(...args) : asked
