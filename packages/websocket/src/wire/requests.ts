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
  SearchPage,
  SearchQuery,
} from '@parlance/core'
import * as v from 'valibot'
import { bodyTypeSchema, outgoingBodySchema } from './body.ts'
import { receiptTargetSchema } from './facts.ts'
import { conversationIdSchema, countSchema, emojiSchema, idSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { extSchema, messageRefSchema, outgoingMessageSchema } from './message.ts'
import type { PeopleRequests } from './peopleRequests.ts'
import { peopleRequestSchemas } from './peopleRequests.ts'
import type { Schema } from './schema.ts'
import { read } from './schema.ts'

/** What a client may ask of a server: a line per command of the transport port, with its arguments and its answer. */
export interface Requests extends PeopleRequests {
  send: { args: { message: OutgoingMessage }; answer: Ack }
  recall: { args: { target: MessageRef }; answer: Ack }
  edit: { args: { target: MessageRef; body: Body; ext?: Ext }; answer: Ack }
  delete: { args: { target: MessageRef }; answer: Ack }
  react: { args: { target: MessageRef; emoji: string; active: boolean }; answer: Ack }
  pin: { args: { target: MessageRef; pinned: boolean }; answer: Ack }
  markRead: { args: { conversation: ConversationId; target: ReceiptTarget; content?: string }; answer: null }
  markDelivered: { args: { conversation: ConversationId; target: ReceiptTarget }; answer: null }
  history: { args: { query: HistoryQuery }; answer: HistoryPage }
  conversations: { args: { count: number; cursor?: Json; only?: readonly ConversationId[] }; answer: ConversationPage }
  setConversation: { args: { conversation: ConversationId; settings: ConversationSettings }; answer: null }
  removeConversation: { args: { conversation: ConversationId; withHistory: boolean }; answer: { through?: Position } }
  search: { args: { query: SearchQuery }; answer: SearchPage }
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

const searchQuerySchema: Schema<SearchQuery> = v.object({
  conversation,
  text: v.exactOptional(v.string()),
  types: v.exactOptional(v.array(bodyTypeSchema)),
  senders: v.exactOptional(v.array(idSchema)),
  since: v.exactOptional(timeSchema),
  until: v.exactOptional(timeSchema),
  count: countSchema,
  cursor: v.exactOptional(jsonSchema),
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
  react: v.object({ target, emoji: emojiSchema, active: v.boolean() }),
  pin: v.object({ target, pinned: v.boolean() }),
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
  search: v.object({ query: searchQuerySchema }),
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
  ...peopleRequestSchemas,
}

/** Whether a server of this version knows the request. */
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requestSchemas, name)

/** The arguments of a request, checked; `invalid` says where the fault is. */
export const readRequest = <Name extends RequestName>(name: Name, raw: unknown): Outcome<Requests[Name]['args']> =>
  read(requestSchemas[name], raw, 'invalid')
