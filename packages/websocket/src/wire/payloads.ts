import type { ChatError, ConversationId, Fact, Outcome, ResumeToken } from '@parlance/core'
import * as v from 'valibot'
import { errorSchema } from './errors.ts'
import { readFacts } from './facts.ts'
import { conversationIdSchema, countSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import type { Report, Schema } from './schema.ts'
import { read } from './schema.ts'

/** What a client says in numbered frames. Names and arguments of requests are checked by whoever carries them out. */
export type ClientPayload =
  | { readonly t: 'request'; readonly id: number; readonly name: string; readonly args: unknown }
  /** A fresh credential, in the middle of a session. */
  | { readonly t: 'renew'; readonly token: string }

/** What a server says in numbered frames. */
export type ServerPayload =
  /** `token`: everything up to the last of these facts is behind it. */
  | { readonly t: 'facts'; readonly facts: readonly Fact[]; readonly token?: ResumeToken }
  | {
      readonly t: 'synced'
      readonly continuity: 'whole' | 'gap'
      readonly conversations?: readonly ConversationId[]
      readonly serverTime?: number
      readonly token?: ResumeToken
    }
  | { readonly t: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly t: 'refusal'; readonly id: number; readonly error: ChatError }
  /** The credential is no longer good: nothing happens until `renew`. */
  | { readonly t: 'expired' }
  | { readonly t: 'renewed' }

const clientPayloadSchema: Schema<ClientPayload> = v.variant('t', [
  v.object({ t: v.literal('request'), id: countSchema, name: v.string(), args: v.unknown() }),
  v.object({ t: v.literal('renew'), token: v.string() }),
])

const token = v.exactOptional(jsonSchema)
const serverPayloadSchema = v.variant('t', [
  v.object({ t: v.literal('facts'), facts: v.array(v.unknown()), token }),
  v.object({
    t: v.literal('synced'),
    continuity: v.picklist(['whole', 'gap']),
    conversations: v.exactOptional(v.array(conversationIdSchema)),
    serverTime: v.exactOptional(timeSchema),
    token,
  }),
  v.object({ t: v.literal('answer'), id: countSchema, value: v.unknown() }),
  v.object({ t: v.literal('refusal'), id: countSchema, error: errorSchema }),
  v.object({ t: v.literal('expired') }),
  v.object({ t: v.literal('renewed') }),
])

/** What a numbered frame from a client says. */
export const readClientPayload = (raw: unknown): Outcome<ClientPayload> => read(clientPayloadSchema, raw)

/** What a numbered frame from a server says; facts in it that can't be read are reported and left out. */
export const readServerPayload = (raw: unknown, report: Report): Outcome<ServerPayload> => {
  const reading = read(serverPayloadSchema, raw)
  if (!reading.ok) return reading
  const { value } = reading
  return { ok: true, value: value.t === 'facts' ? { ...value, facts: readFacts(value.facts, report) } : value }
}
