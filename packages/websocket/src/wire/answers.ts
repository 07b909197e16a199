import type {
  Attachment,
  ConversationPage,
  HistoryPage,
  MembersPage,
  Outcome,
  Page,
  PresenceFact,
  Reader,
  SearchPage,
  User,
} from '@parlance/core'
import { chatError } from '@parlance/core'
import * as v from 'valibot'
import {
  blocklistFactSchema,
  contactsFactSchema,
  readEntries,
  readFacts,
  readMemberships,
  readMessages,
  readPresences,
  readUsers,
} from './facts.ts'
import { conversationIdSchema, countSchema, idSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { ackSchema } from './message.ts'
import type { RequestName, Requests } from './requests.ts'
import type { Report, Schema } from './schema.ts'
import { read } from './schema.ts'
import { isSafeUrl } from './urls.ts'

const nothing: Schema<null> = v.null()

const readersSchema: Schema<Page<Reader>> = v.object({
  items: v.array(v.object({ user: idSchema, at: v.exactOptional(timeSchema), content: v.exactOptional(v.string()) })),
  next: v.exactOptional(v.string()),
})

const uploadedSchema: Schema<Attachment | null> = v.nullable(
  v.object({
    name: v.string(),
    mime: v.string(),
    size: countSchema,
    url: v.exactOptional(v.pipe(v.string(), v.check(isSafeUrl))),
    digest: v.exactOptional(v.string()),
  }),
)

const historySchema = v.object({
  facts: v.array(v.unknown()),
  covers: v.exactOptional(v.object({ from: idSchema, to: idSchema })),
  older: v.exactOptional(jsonSchema),
  newer: v.exactOptional(jsonSchema),
})
const next = v.exactOptional(jsonSchema)
const conversationsSchema = v.object({ entries: v.array(v.unknown()), next })
const searchSchema = v.object({ messages: v.array(v.unknown()), next })
const membersSchema = v.object({ members: v.array(v.unknown()), next })
const listSchema = v.array(v.unknown())

type Readers = { readonly [Name in RequestName]: (raw: unknown, report: Report) => Outcome<Requests[Name]['answer']> }

const by =
  <T>(schema: Schema<T>) =>
  (raw: unknown): Outcome<T> =>
    read(schema, raw)

/** A list of which what can be read is kept. */
const each =
  <T>(readEach: (raw: readonly unknown[], report: Report) => readonly T[]) =>
  (raw: unknown, report: Report): Outcome<readonly T[]> => {
    const list = read(listSchema, raw)
    return list.ok ? { ok: true, value: readEach(list.value, report) } : list
  }

const answerReaders: Readers = {
  send: by(ackSchema),
  recall: by(ackSchema),
  edit: by(ackSchema),
  delete: by(ackSchema),
  react: by(ackSchema),
  pin: by(ackSchema),
  markRead: by(nothing),
  markDelivered: by(nothing),
  history(raw, report): Outcome<HistoryPage> {
    const page = read(historySchema, raw)
    return page.ok ? { ok: true, value: { ...page.value, facts: readFacts(page.value.facts, report) } } : page
  },
  conversations(raw, report): Outcome<ConversationPage> {
    const page = read(conversationsSchema, raw)
    return page.ok ? { ok: true, value: { ...page.value, entries: readEntries(page.value.entries, report) } } : page
  },
  search(raw, report): Outcome<SearchPage> {
    const page = read(searchSchema, raw)
    return page.ok ? { ok: true, value: { ...page.value, messages: readMessages(page.value.messages, report) } } : page
  },
  setConversation: by(nothing),
  removeConversation: by(v.object({ through: v.exactOptional(idSchema) })),
  readers: by(readersSchema),
  ephemeral: by(nothing),
  join: by(nothing),
  leave: by(nothing),
  uploadPart: by(uploadedSchema),
  users: each<User>(readUsers),
  createGroup: by(v.object({ conversation: conversationIdSchema })),
  invite: by(nothing),
  removeMembers: by(nothing),
  mute: by(nothing),
  setRole: by(nothing),
  updateGroup: by(nothing),
  dissolve: by(nothing),
  members(raw, report): Outcome<MembersPage> {
    const page = read(membersSchema, raw)
    return page.ok ? { ok: true, value: { ...page.value, members: readMemberships(page.value.members, report) } } : page
  },
  contacts: by(contactsFactSchema),
  addContact: by(nothing),
  acceptContact: by(nothing),
  declineContact: by(nothing),
  removeContact: by(nothing),
  blocklist: by(blocklistFactSchema),
  block: by(nothing),
  unblock: by(nothing),
  watchPresence: each<PresenceFact>(readPresences),
  setPresence: by(nothing),
}

/** The answer to a request, checked. Lists in it keep what can be read of them; the rest is reported. */
export const readAnswer = <Name extends RequestName>(name: Name, raw: unknown, report: Report): Outcome<Requests[Name]['answer']> => {
  const reading = answerReaders[name](raw, report)
  // It was carried out, whatever became of the answer.
  return reading.ok ? reading : { ok: false, error: chatError('protocol', { ...reading.error.toJSON(), effect: 'maybe' }) }
}
