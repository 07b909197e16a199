import { chatError } from '../model/error.ts'
import { conversationKind, isConversationId, type ConversationId, type UserId } from '../model/ids.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import { askFor } from '../parts/askFor.ts'
import { checkedConversation } from '../parts/checkedConversation.ts'
import { checkedUser } from '../parts/checkedUser.ts'
import type { PartContext } from '../part.ts'
import type { GroupAbility } from '../protocol/capabilities.ts'
import type { GroupOps, Op } from '../protocol/transport.ts'
import type { ChatGroups } from './chatGroups.ts'
import { createInvitations } from './invitations.ts'
import { createMemberLists } from './memberLists.ts'

export const createGroups = (context: PartContext): ChatGroups => {
  const { transport, capabilities } = context

  const named = (id: ConversationId): ConversationId => checkedConversation(context, id)
  const person = (user: UserId, command: string): UserId => checkedUser(context, user, `groups(chat).${command}`)
  const people = (users: readonly UserId[], command: string): readonly UserId[] => [...new Set(users.map(user => person(user, command)))]

  const ask = <T>(ability: GroupAbility, run: (ops: GroupOps, op: Op) => Promise<T>): Promise<Outcome<T>> =>
    askFor(context, transport.groups, capabilities().groups?.includes(ability), run)
  /** Asks for something that is about a group or room. */
  const on = <T>(id: ConversationId, ability: GroupAbility, run: (ops: GroupOps, id: ConversationId, op: Op) => Promise<T>) => {
    const conversation = named(id)
    return conversationKind(conversation) === 'direct' ? justTwo : ask(ability, (ops, op) => run(ops, conversation, op))
  }
  const enter = (id: ConversationId, command: 'join' | 'leave'): Promise<Outcome> => {
    const conversation = named(id)
    if (conversationKind(conversation) === 'direct') return justTwo
    return askFor(context, transport[command]?.bind(transport), true, (run, op) => run(conversation, op))
  }

  const lists = createMemberLists(context, (id, query) =>
    on(id, 'members', (ops, conversation, op) => ops.members(conversation, query, op)),
  )

  return {
    create: ({ members = [], ...spec }) => {
      const all = people(members, 'create')
      return ask('create', async (ops, op) => {
        const { conversation } = await ops.create({ ...spec, members: all }, op)
        if (!isConversationId(conversation)) throw chatError('protocol', { message: 'What was made has no id.', path: 'conversation' })
        return named(conversation)
      })
    },
    invite: (id, users) => {
      const all = people(users, 'invite')
      return on(id, 'invite', (ops, conversation, op) => ops.invite(conversation, all, op))
    },
    remove: (id, users) => {
      const all = people(users, 'remove')
      return on(id, 'remove', (ops, conversation, op) => ops.remove(conversation, all, op))
    },
    mute: (id, user, muted = true) => {
      const one = person(user, 'mute')
      return on(id, 'mute', (ops, conversation, op) => ops.mute(conversation, one, muted, op))
    },
    setRole: (id, user, role) => {
      const one = person(user, 'setRole')
      return on(id, 'roles', (ops, conversation, op) => ops.setRole(conversation, one, role, op))
    },
    update: (id, { title, avatar }) => {
      const change = { ...(title !== undefined && { title }), ...(avatar !== undefined && { avatar }) }
      return on(id, 'update', (ops, conversation, op) => ops.update(conversation, change, op))
    },
    dissolve: id => on(id, 'dissolve', (ops, conversation, op) => ops.dissolve(conversation, op)),
    join: id => enter(id, 'join'),
    leave: id => enter(id, 'leave'),
    members: id => lists.members(named(id)),
    invited: id => lists.invited(named(id)),
    memberPages: id => lists.pages(named(id)),
    loadMembers: (id, { more = false } = {}) => lists.load(named(id), more),
    invitations: createInvitations(context),
  }
}

const justTwo: Promise<Outcome<never>> = Promise.resolve(
  failed(chatError('unsupported', { message: 'A conversation between two people stays theirs: make a group for more.' })),
)
