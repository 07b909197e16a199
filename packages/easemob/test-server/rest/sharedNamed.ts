import type { ConversationEntry, ConversationId, Json, MembershipFact } from '@parlance/core'
import { chatError, group, room } from '@parlance/core'
import type { RestRequest } from './request.ts'

/** Groups and rooms have the same routes under different names. */
export type SharedKind = 'chatgroups' | 'chatrooms'
export const sharedKinds: readonly SharedKind[] = ['chatgroups', 'chatrooms']

export const sharedNamed = ({ param }: RestRequest, kind: SharedKind): ConversationId =>
  kind === 'chatgroups' ? group(param('id')) : room(param('id'))

/** One that the asker is in, with its title and how many are there. Throws `groupNotFound`. */
export const entryOf = ({ hub, user }: RestRequest, conversation: ConversationId): ConversationEntry => {
  const [entry] = hub.backend.act(user, 'conversations', { count: 1, only: [conversation] }).entries
  if (entry === undefined) throw chatError('groupNotFound')
  return entry
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
