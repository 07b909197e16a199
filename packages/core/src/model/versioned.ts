import { canonicalJson } from './json.ts'

/**
 * A field that can be overwritten. Copies merge by the greatest `(version ?? '', seq, canonical JSON of value)`, so the
 * result is the same in whatever order they arrive [CVG3].
 */
export interface Versioned<T> {
  readonly value: T
  /** The backend's version, compared by code unit; absent where it has none. */
  readonly version?: string
  /** This device's counter: when the answer was asked for, or when the fact arrived. */
  readonly seq: number
}

/** The one of two copies that stands. */
export const newest = <T>(a: Versioned<T> | undefined, b: Versioned<T>): Versioned<T> => {
  if (a === undefined || a === b) return b
  const versions = [a.version ?? '', b.version ?? ''] as const
  if (versions[0] !== versions[1]) return versions[0] > versions[1] ? a : b
  if (a.seq !== b.seq) return a.seq > b.seq ? a : b
  return canonicalJson(a.value) >= canonicalJson(b.value) ? a : b
}
