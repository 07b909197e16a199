/** Something that is given once, or by a function that is called each time: because it depends on what it is for, or must be fresh. */
export type Given<Args extends readonly unknown[], T> = T | ((...args: Args) => T | Promise<T>)

/** Names and values: of HTTP headers, of form fields. */
export type Pairs = Readonly<Record<string, string>>

/** What is given, for now. */
export const given = <Args extends readonly unknown[], T extends string | Pairs>(source: Given<Args, T>, ...args: Args): T | Promise<T> =>
  typeof source === 'function' ? source(...args) : source
