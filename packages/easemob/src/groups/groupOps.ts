import type { ConversationEntry, ConversationId, GroupOps, Membership, Op, Role } from '@parlance/core'
import { chatError, group } from '@parlance/core'
import { placeOf, userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import type { SdkConnection, SdkGroup } from '../sdk/connection.ts'
import { listOf, rawOf, textOf, textsOf } from '../sdk/raw.ts'

/** Until it is taken back. */
const FOR_EVER = -1
const MOST_MEMBERS = 1_000

/** What can be done about groups. Rooms are made by the application's own server. */
export const groupOps = ({ self, ask, link, known }: PartContext): GroupOps => {
  const stand = (conversation: ConversationId, user: string, standing: Pick<Membership, 'state' | 'role' | 'muted'>): void =>
    link.tell({ type: 'membership', origin: 'echo', membership: { conversation, user, ...standing } })

  const run = async (conversation: ConversationId, what: (connection: SdkConnection, groupId: string) => Promise<unknown>, op?: Op) => {
    const { chatType, to } = placeOf(conversation)
    if (chatType !== 'groupChat') throw chatError('unsupported')
    return ask(connection => what(connection, to), op)
  }

  return {
    async create({ kind, title = '', avatar, members = [] }, op) {
      if (kind === 'room') throw chatError('unsupported')
      const data: SdkGroup = {
        ...said({ avatar }),
        groupname: title,
        desc: '',
        members: [...members],
        public: false,
        approval: false,
        allowinvites: true,
        inviteNeedConfirm: false,
        maxusers: 200,
      }
      const answer = rawOf(await ask(connection => connection.createGroup({ data }), op))
      const id = textOf(rawOf(answer['data'])['groupid'])
      if (id === undefined) throw chatError('protocol', { effect: 'done' })
      const conversation = group(id)
      known.meet(conversation)
      stand(conversation, self, { state: 'member', role: 'owner' })
      return { conversation }
    },

    async invite(conversation, users, op) {
      await run(conversation, (connection, groupId) => connection.inviteUsersToGroup({ groupId, users: [...users] }), op)
    },

    async remove(conversation, users, op) {
      await run(conversation, (connection, groupId) => connection.removeGroupMembers({ groupId, users: [...users] }), op)
      for (const user of users) stand(conversation, user, { state: 'removed' })
    },

    async mute(conversation, username, muted, op) {
      const mute = (connection: SdkConnection, groupId: string): Promise<unknown> =>
        muted
          ? connection.muteGroupMember({ groupId, username, muteDuration: FOR_EVER })
          : connection.unmuteGroupMember({ groupId, username })
      await run(conversation, mute, op)
      stand(conversation, username, { state: 'member', muted })
    },

    async setRole(conversation, username, role, op) {
      const give = (connection: SdkConnection, groupId: string): Promise<unknown> => {
        if (role === 'owner') return connection.changeGroupOwner({ groupId, newOwner: username })
        return role === 'admin' ? connection.setGroupAdmin({ groupId, username }) : connection.removeGroupAdmin({ groupId, username })
      }
      await run(conversation, give, op)
      stand(conversation, username, { state: 'member', role })
    },

    async update(conversation, { title, avatar }, op) {
      await run(conversation, (connection, groupId) => connection.modifyGroup(said({ groupId, groupName: title, avatar })), op)
      const entry: ConversationEntry = said({ id: conversation, title, avatar })
      link.tell({ type: 'conversation', origin: 'echo', entry })
    },

    async dissolve(conversation, op) {
      await run(conversation, (connection, groupId) => connection.destroyGroup({ groupId }), op)
      stand(conversation, self, { state: 'dissolved' })
    },

    async members(conversation, { count, cursor = 1 }, op) {
      const pageNum = Number(cursor)
      if (!Number.isInteger(pageNum) || pageNum < 1) throw chatError('invalid', { path: 'cursor' })
      const pageSize = Math.min(count, MOST_MEMBERS)
      const answer = await run(conversation, (connection, groupId) => connection.listGroupMembers({ groupId, pageNum, pageSize }), op)
      const told = await run(conversation, (connection, groupId) => connection.getGroupAdmin({ groupId }), op)
      const admins = textsOf(rawOf(told)['data']).map(userOf)
      const members = listOf(rawOf(answer)['data']).flatMap(one => {
        const [owner, member] = [textOf(rawOf(one)['owner']), textOf(rawOf(one)['member'])]
        const user = userOf(owner ?? member ?? '')
        const role: Role = owner !== undefined ? 'owner' : admins.includes(user) ? 'admin' : 'member'
        if (user === '') return []
        return [{ type: 'membership', origin: 'history', membership: { conversation, user, state: 'member', role } } as const]
      })
      return said({ members, next: members.length === pageSize ? pageNum + 1 : undefined })
    },
  }
}
