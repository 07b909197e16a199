import type {
  BlocklistFact,
  ContactsFact,
  ConversationId,
  GroupSpec,
  Json,
  MembersPage,
  Presence,
  PresenceFact,
  Role,
  User,
  UserId,
} from '@parlance/core'
import * as v from 'valibot'
import { conversationIdSchema, countSchema, idSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { ownPresenceSchema, roleSchema } from './people.ts'
import type { Schema } from './schema.ts'

/** What a client may ask about users, and about who belongs where. */
export interface PeopleRequests {
  users: { args: { ids: readonly UserId[] }; answer: readonly User[] }
  createGroup: { args: { spec: GroupSpec }; answer: { readonly conversation: ConversationId } }
  invite: { args: { conversation: ConversationId; users: readonly UserId[] }; answer: null }
  removeMembers: { args: { conversation: ConversationId; users: readonly UserId[] }; answer: null }
  mute: { args: { conversation: ConversationId; user: UserId; muted: boolean }; answer: null }
  setRole: { args: { conversation: ConversationId; user: UserId; role: Role }; answer: null }
  updateGroup: { args: { conversation: ConversationId; change: { title?: string; avatar?: string } }; answer: null }
  dissolve: { args: { conversation: ConversationId }; answer: null }
  members: { args: { conversation: ConversationId; count: number; cursor?: Json }; answer: MembersPage }
  contacts: { args: Record<string, never>; answer: ContactsFact }
  addContact: { args: { user: UserId; message?: string }; answer: null }
  acceptContact: { args: { user: UserId }; answer: null }
  declineContact: { args: { user: UserId }; answer: null }
  removeContact: { args: { user: UserId }; answer: null }
  blocklist: { args: Record<string, never>; answer: BlocklistFact }
  block: { args: { user: UserId }; answer: null }
  unblock: { args: { user: UserId }; answer: null }
  watchPresence: { args: { users: readonly UserId[] }; answer: readonly PresenceFact[] }
  setPresence: { args: { presence: Pick<Presence, 'state' | 'status'> }; answer: null }
}

const conversation = conversationIdSchema
const users = v.array(idSchema)
const user = v.object({ user: idSchema })
const title = v.exactOptional(v.string())
const avatar = v.exactOptional(v.string())

const groupSpecSchema: Schema<GroupSpec> = v.object({
  kind: v.picklist(['group', 'room']),
  title,
  avatar,
  members: v.exactOptional(users),
})

export const peopleRequestSchemas: { readonly [Name in keyof PeopleRequests]: Schema<PeopleRequests[Name]['args']> } = {
  users: v.object({ ids: users }),
  createGroup: v.object({ spec: groupSpecSchema }),
  invite: v.object({ conversation, users }),
  removeMembers: v.object({ conversation, users }),
  mute: v.object({ conversation, user: idSchema, muted: v.boolean() }),
  setRole: v.object({ conversation, user: idSchema, role: roleSchema }),
  updateGroup: v.object({ conversation, change: v.object({ title, avatar }) }),
  dissolve: v.object({ conversation }),
  members: v.object({ conversation, count: countSchema, cursor: v.exactOptional(jsonSchema) }),
  contacts: v.object({}),
  addContact: v.object({ user: idSchema, message: v.exactOptional(v.string()) }),
  acceptContact: user,
  declineContact: user,
  removeContact: user,
  blocklist: v.object({}),
  block: user,
  unblock: user,
  watchPresence: v.object({ users }),
  setPresence: v.object({ presence: ownPresenceSchema }),
}
