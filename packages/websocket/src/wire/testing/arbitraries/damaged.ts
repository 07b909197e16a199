import fc from 'fast-check'
import { parsed } from './value.ts'

/** A valid value with one part of it, at any depth, replaced by anything or taken away. */
export const damaged = (value: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), fc.option(fc.jsonValue(), { nil: undefined })).map(([choices, garbage]) => {
    const damage = (part: unknown, depth: number): unknown => {
      const at = choices[depth] ?? 0
      if (typeof part !== 'object' || part === null || at % 4 === 0) return garbage
      if (Array.isArray(part)) return part.map((inner: unknown, index) => (index === at % part.length ? damage(inner, depth + 1) : inner))
      const entries = Object.entries(part)
      return Object.fromEntries(
        entries.map(([key, inner], index) => [key, index === at % entries.length ? damage(inner, depth + 1) : inner]),
      )
    }
    return damage(parsed(JSON.stringify(value)), 0)
  })
