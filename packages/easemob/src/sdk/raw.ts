/** Something the SDK gave that is an object: what its fields hold isn't known before it was looked at. */
export interface Raw {
  readonly [field: string]: unknown
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null

/** An object, or an empty one where there is none. */
export const rawOf = (value: unknown): Raw => (isRaw(value) ? value : {})

/** A text that says something. Numbers count: the SDK gives some ids as numbers. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** A message's id: 0 is what the SDK makes of none. */
export const idOf = (value: unknown): string | undefined => (value === '0' ? undefined : textOf(value))

/** A number above 0: the SDK gives 0 for what wasn't told. */
export const amountOf = (value: unknown): number | undefined => {
  const amount = Number(value)
  return amount > 0 && amount < Infinity ? amount : undefined
}

/** The texts in a list. */
export const textsOf = (value: unknown): readonly string[] => listOf(value).flatMap(one => textOf(one) ?? [])

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What JSON a text holds; `undefined` if it is none. */
export const parsed = (text: unknown): unknown => {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
