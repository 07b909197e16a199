import type {
  Ack,
  Attachment,
  Body,
  ConversationId,
  ConversationPage,
  ConversationSettings,
  Ext,
  HistoryPage,
  HistoryQuery,
  Json,
  MessageRef,
  OutgoingMessage,
  Outcome,
  Page,
  Position,
  Reader,
  ReceiptTarget,
} from '@parlance/core'
import * as v from 'valibot'
import { outgoingBodySchema } from './body.ts'
import { receiptTargetSchema } from './facts.ts'
import { conversationIdSchema, countSchema, idSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { extSchema, messageRefSchema, outgoingMessageSchema } from './message.ts'
import type { Schema } from './schema.ts'
import { read } from './schema.ts'

/** What a client may ask of a server: a line per command of the transport port, with its arguments and its answer. */
export interface Requests {
  send: { args: { message: OutgoingMessage }; answer: Ack }
  recall: { args: { target: MessageRef }; answer: Ack }
  edit: { args: { target: MessageRef; body: Body; ext?: Ext }; answer: Ack }
  delete: { args: { target: MessageRef }; answer: Ack }
  markRead: { args: { conversation: ConversationId; target: ReceiptTarget; content?: string }; answer: null }
  markDelivered: { args: { conversation: ConversationId; target: ReceiptTarget }; answer: null }
  history: { args: { query: HistoryQuery }; answer: HistoryPage }
  conversations: { args: { count: number; cursor?: Json; only?: readonly ConversationId[] }; answer: ConversationPage }
  setConversation: { args: { conversation: ConversationId; settings: ConversationSettings }; answer: null }
  removeConversation: { args: { conversation: ConversationId; withHistory: boolean }; answer: { through?: Position } }
  readers: { args: { target: MessageRef; after?: string; count: number }; answer: Page<Reader> }
  ephemeral: { args: { conversation: ConversationId; name: string; data: Json }; answer: null }
  join: { args: { conversation: ConversationId }; answer: null }
  leave: { args: { conversation: ConversationId }; answer: null }
  /** One part of an upload, in order; the last one answers with the attachment. `bytes` is base64. */
  uploadPart: {
    args: { conversation: ConversationId; upload: string; offset: number; bytes: string; last: boolean; name: string; mime: string }
    answer: Attachment | null
  }
}
export type RequestName = keyof Requests

const conversation = conversationIdSchema
const target = messageRefSchema

const historyQuerySchema: Schema<HistoryQuery> = v.object({
  conversation,
  count: countSchema,
  at: v.union([
    v.object({ newest: v.literal(true) }),
    v.object({ before: idSchema }),
    v.object({ after: idSchema }),
    v.object({ around: idSchema }),
    v.object({ cursor: jsonSchema }),
  ]),
})

const settingsSchema: Schema<ConversationSettings> = v.object({
  pinned: v.exactOptional(v.pipe(v.number(), v.finite())),
  silenced: v.exactOptional(v.boolean()),
  archived: v.exactOptional(v.boolean()),
  markedUnread: v.exactOptional(v.boolean()),
})

const requestSchemas: { readonly [Name in RequestName]: Schema<Requests[Name]['args']> } = {
  send: v.object({ message: outgoingMessageSchema }),
  recall: v.object({ target }),
  edit: v.object({ target, body: outgoingBodySchema, ext: v.exactOptional(extSchema) }),
  delete: v.object({ target }),
  markRead: v.object({ conversation, target: receiptTargetSchema, content: v.exactOptional(v.string()) }),
  markDelivered: v.object({ conversation, target: receiptTargetSchema }),
  history: v.object({ query: historyQuerySchema }),
  conversations: v.object({
    count: countSchema,
    cursor: v.exactOptional(jsonSchema),
    only: v.exactOptional(v.array(conversation)),
  }),
  setConversation: v.object({ conversation, settings: settingsSchema }),
  removeConversation: v.object({ conversation, withHistory: v.boolean() }),
  readers: v.object({ target, after: v.exactOptional(v.string()), count: countSchema }),
  ephemeral: v.object({ conversation, name: idSchema, data: jsonSchema }),
  join: v.object({ conversation }),
  leave: v.object({ conversation }),
  uploadPart: v.object({
    conversation,
    upload: idSchema,
    offset: countSchema,
    bytes: v.string(),
    last: v.boolean(),
    name: v.string(),
    mime: v.string(),
  }),
}

/** Whether a server of this version knows the request. */
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requestSchemas, name)

/** The arguments of a request, checked; `invalid` says where the fault is. */
export const readRequest = <Name extends RequestName>(name: Name, raw: unknown): Outcome<Requests[Name]['args']> =>
  read(requestSchemas[name], raw, 'invalid')
