import { chatError, type ChatError } from '../model/error.ts'

/** How deep JSON may nest. Deeper could overflow the stack of whoever writes it on. */
const maxDepth = 64

/**
 * A copy of a value that nobody else holds, if JSON can carry it as it is. Throws `invalid` with the path of what it can't:
 * functions, `undefined` in an array, `NaN`, a cycle, an instance of a class. What is `undefined` in an object is left out, as JSON does.
 */
export const copyJson = <T>(value: T, path: string): T =>
  // The copy has the type of what it copies: it was just shown to be plain JSON.
  copied(value, path, []) as T

const copied = (value: unknown, path: string, above: readonly object[]): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(path, `${value} is not a number that JSON knows`)
    return value
  }
  if (typeof value !== 'object') throw notJson(path, `JSON has no ${typeof value}`)
  if (above.includes(value)) throw notJson(path, 'it contains itself')
  if (above.length >= maxDepth) throw notJson(path, `it nests deeper than ${maxDepth}`)
  const inside = [...above, value]
  if (Array.isArray(value)) return Array.from(value, (item: unknown, index) => copied(item, `${path}[${index}]`, inside))
  const prototype: unknown = Object.getPrototypeOf(value)
  // A plain object of another realm has a prototype that has none itself.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw notJson(path, 'an instance of a class is not JSON')
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  // Not assigned one by one: a key named __proto__ is a key like any other.
  return Object.fromEntries(entries.map(([key, inner]) => [key, copied(inner, step(path, key), inside)]))
}

const step = (path: string, key: string): string =>
  /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`

const notJson = (path: string, why: string): ChatError => chatError('invalid', { path, message: `${path} can't be sent: ${why}.` })
