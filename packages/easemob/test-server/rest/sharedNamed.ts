import type { ConversationEntry, ConversationId, Json, MembershipFact } from '@parlance/core'
import { chatError, group, room } from '@parlance/core'
import type { RestRequest } from './request.ts'

/** Groups and rooms have the same routes under different names. */
export type SharedKind = 'chatgroups' | 'chatrooms'
export const sharedKinds: readonly SharedKind[] = ['chatgroups', 'chatrooms']

const idOf: Readonly<Record<SharedKind, (name: string) => ConversationId>> = { chatgroups: group, chatrooms: room }

export const sharedNamed = ({ param }: RestRequest, kind: SharedKind): ConversationId => idOf[kind](param('id'))

/** Those that are named, with commas between, as far as the asker is in them: with title and size. Throws `groupNotFound` if he is in none. */
export const entriesOf = ({ hub, user, param }: RestRequest, kind: SharedKind): readonly ConversationEntry[] => {
  const only = param('id').split(',').map(idOf[kind])
  const { entries } = hub.backend.act(user, 'conversations', { count: only.length, only })
  if (entries.length === 0) throw chatError('groupNotFound')
  return entries
}

export const allMembers = ({ hub, user }: RestRequest, conversation: ConversationId): readonly MembershipFact['membership'][] => {
  const members: MembershipFact['membership'][] = []
  for (let cursor: Json | undefined; ; ) {
    const page = hub.backend.act(user, 'members', { conversation, count: 50, ...(cursor !== undefined && { cursor }) })
    members.push(...page.members.map(({ membership }) => membership).filter(({ state }) => state === 'member'))
    cursor = page.next
    if (cursor === undefined) return members
  }
}

/** A member in the form that lists have: the role is the name of the field. */
export const memberRecord = ({ user, role = 'member' }: MembershipFact['membership']): object => ({ [role]: user, joined_time: 0 })
