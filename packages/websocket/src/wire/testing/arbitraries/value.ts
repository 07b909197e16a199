import type { ConversationId, Ext, Json, MessageRef } from '@parlance/core'
import fc from 'fast-check'
import * as v from 'valibot'
import { jsonSchema } from '../../json.ts'

export const parsed = (text: string): Json => v.parse(jsonSchema, JSON.parse(text))

/** Any JSON that JSON can carry there and back. */
export const json: fc.Arbitrary<Json> = fc
  .oneof(
    fc.jsonValue({ maxDepth: 4 }).map(value => JSON.stringify(value)),
    fc.constant('{"__proto__":{"polluted":true},"constructor":1}'),
  )
  .map(parsed)

export const object: fc.Arbitrary<Ext> = fc
  .dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), json)
  .map(value => ({ ...value }))

export const id: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'alice', '😀'),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
)
export const conversation: fc.Arbitrary<ConversationId> = fc
  .tuple(fc.constantFrom('direct' as const, 'group' as const, 'room' as const), id)
  .map(([kind, name]): ConversationId => `${kind}:${name}`)

export const count: fc.Arbitrary<number> = fc.nat()
export const time: fc.Arbitrary<number> = fc.nat()
/** An object with all of its fields, or without some of those that aren't required. */
export const optional = <T, Required extends keyof T = never>(
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
  requiredKeys: Required[],
): ReturnType<typeof fc.record<T, Required>> => fc.record<T, Required>(fields, { requiredKeys })

export const ref: fc.Arbitrary<MessageRef> = optional({ conversation, id, from: id, localId: id }, [])

export const users: fc.Arbitrary<string[]> = fc.array(id, { maxLength: 3 })
