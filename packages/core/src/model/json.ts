/** A value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object. Keys are data: `__proto__` is a key like any other. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** Deterministic JSON: keys sorted by code unit, so that equal values give equal strings. Only compared, never parsed. */
export const canonicalJson = (value: unknown): string =>
  value === undefined ? '' : JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sortedEntries(inner) : inner))

const isPlainObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const sortedEntries = (value: object): unknown => ({
  '{}': Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
})
