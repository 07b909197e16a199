import type { ConversationId, GroupOps, Membership, Op, Role } from '@parlance/core'
import { chatError, conversationKind, conversationName, group } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

/** Until it is taken back. */
const FOR_EVER = -1
const MOST_MEMBERS = 1_000

/** What can be done about groups. Rooms are made by the application's own server. */
export const groupOps = ({ self, ask, link, known }: RequestContext): GroupOps => {
  const stand = (membership: Membership): void => link.tell({ type: 'membership', origin: 'echo', membership })
  const run = async (conversation: ConversationId, what: (groupId: string) => Parameters<typeof ask>[0], op?: Op): Promise<unknown> =>
    ask(what(groupIdOf(conversation)), op)

  return {
    async create({ kind, title = '', avatar, members = [] }, op) {
      if (kind === 'room') throw chatError('unsupported', { message: 'Rooms are made by the application’s own server.' })
      const data = {
        groupname: title,
        desc: '',
        members: [...members],
        public: false,
        approval: false,
        allowinvites: true,
        inviteNeedConfirm: false,
        maxusers: 200,
        ...(avatar !== undefined && { avatar }),
      }
      const id = textOf(rawOf(rawOf(await ask(connection => connection.createGroup({ data }), op))['data'])['groupid'])
      if (id === undefined) throw chatError('protocol', { effect: 'done', message: 'A new group has no id.' })
      const conversation = group(id)
      known.meet(conversation)
      stand({ conversation, user: self, state: 'member', role: 'owner' })
      return { conversation }
    },
    async invite(conversation, users, op) {
      await run(conversation, groupId => connection => connection.inviteUsersToGroup({ groupId, users: [...users] }), op)
    },
    async remove(conversation, users, op) {
      await run(conversation, groupId => connection => connection.removeGroupMembers({ groupId, users: [...users] }), op)
      for (const user of users) stand({ conversation, user, state: 'removed', by: self })
    },
    async mute(conversation, username, muted, op) {
      await run(
        conversation,
        groupId => connection =>
          muted
            ? connection.muteGroupMember({ groupId, username, muteDuration: FOR_EVER })
            : connection.unmuteGroupMember({ groupId, username }),
        op,
      )
      stand({ conversation, user: username, state: 'member', muted, by: self })
    },
    async setRole(conversation, username, role: Role, op) {
      await run(
        conversation,
        groupId => connection => {
          if (role === 'owner') return connection.changeGroupOwner({ groupId, newOwner: username })
          return role === 'admin' ? connection.setGroupAdmin({ groupId, username }) : connection.removeGroupAdmin({ groupId, username })
        },
        op,
      )
      stand({ conversation, user: username, state: 'member', role, by: self })
    },
    async update(conversation, { title, avatar }, op) {
      const change = { ...(title !== undefined && { groupName: title }), ...(avatar !== undefined && { avatar }) }
      await run(conversation, groupId => connection => connection.modifyGroup({ groupId, ...change }), op)
      const entry = { id: conversation, ...(title !== undefined && { title }), ...(avatar !== undefined && { avatar }) }
      link.tell({ type: 'conversation', origin: 'echo', entry })
    },
    async dissolve(conversation, op) {
      await run(conversation, groupId => connection => connection.destroyGroup({ groupId }), op)
      stand({ conversation, user: self, state: 'dissolved' })
    },
    async members(conversation, { count, cursor }, op) {
      const pageNum = cursor === undefined ? 1 : Number(cursor)
      if (!Number.isInteger(pageNum) || pageNum < 1) throw chatError('invalid', { path: 'cursor' })
      const pageSize = Math.min(count, MOST_MEMBERS)
      const answer = await run(conversation, groupId => connection => connection.listGroupMembers({ groupId, pageNum, pageSize }), op)
      const admins = await run(conversation, groupId => connection => connection.getGroupAdmin({ groupId }), op)
      const named = new Set(listOf(rawOf(admins)['data']).map(user => userOf(textOf(user) ?? '')))
      const members = listOf(rawOf(answer)['data']).flatMap(one => {
        const [owner, member] = [textOf(rawOf(one)['owner']), textOf(rawOf(one)['member'])]
        const name = owner ?? member
        if (name === undefined) return []
        const user = userOf(name)
        const role: Role = owner !== undefined ? 'owner' : named.has(user) ? 'admin' : 'member'
        return [{ type: 'membership' as const, origin: 'history' as const, membership: { conversation, user, state: 'member' as const, role } }]
      })
      return { members, ...(members.length === pageSize && { next: pageNum + 1 }) }
    },
  }
}

const groupIdOf = (conversation: ConversationId): string => {
  if (conversationKind(conversation) !== 'group') throw chatError('unsupported', { message: 'That can be done with groups alone.' })
  return conversationName(conversation)
}

/** Into groups and rooms, and out of them. */
export const comings = ({ self, ask, link, known }: RequestContext, invited: ReadonlySet<ConversationId>) => ({
  async join(conversation: ConversationId, op?: Op): Promise<void> {
    const [kind, id] = [conversationKind(conversation), conversationName(conversation)]
    if (kind === 'direct') throw chatError('invalid')
    known.meet(conversation)
    await ask(connection => {
      if (kind === 'room') return connection.joinChatRoom({ roomId: id })
      if (invited.has(conversation)) return connection.acceptGroupInvite({ groupId: id, invitee: self })
      return connection.joinGroup({ groupId: id, message: '' })
    }, op)
    link.tell({ type: 'membership', origin: 'echo', membership: { conversation, user: self, state: 'member' } })
  },
  async leave(conversation: ConversationId, op?: Op): Promise<void> {
    const [kind, id] = [conversationKind(conversation), conversationName(conversation)]
    if (kind === 'direct') throw chatError('invalid')
    await ask(connection => {
      if (kind === 'room') return connection.leaveChatRoom({ roomId: id })
      if (invited.has(conversation)) return connection.rejectGroupInvite({ groupId: id, invitee: self })
      return connection.leaveGroup({ groupId: id })
    }, op)
    link.tell({ type: 'membership', origin: 'echo', membership: { conversation, user: self, state: 'left' } })
  },
})
