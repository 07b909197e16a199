import type { BlockOps, Contact, ContactOps, Op, PresenceFact, PresenceOps, User, UserId } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { keep } from '../events/contactEvents.ts'
import type { PresenceWatch } from '../events/presenceEvents.ts'
import { descriptionOf, presenceFactOf } from '../presence.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

const idsIn = (answer: unknown): readonly UserId[] => listOf(rawOf(answer)['data']).flatMap(user => textOf(user) ?? []).map(userOf)

/** Contacts, with the requests that came by: Easemob's own list has none. */
export const contactOps = ({ ask, link }: RequestContext, requests: Map<string, Contact>): ContactOps => {
  const now = (contact: Contact): void => {
    keep(requests, contact)
    link.tell({ type: 'contacts', origin: 'echo', contacts: [contact] })
  }
  const accept = async (user: UserId, op?: Op): Promise<void> => {
    await ask(connection => connection.acceptContactInvite(user), op)
    now({ user, state: 'contact' })
  }
  return {
    async list(op) {
      const users = idsIn(await ask(connection => connection.getContacts(), op))
      const asking = [...requests.values()].filter(({ user }) => !users.includes(user))
      return { type: 'contacts', origin: 'history', whole: true, contacts: [...users.map(user => ({ user, state: 'contact' as const })), ...asking] }
    },
    async add(user, { message = '' }, op) {
      // Who is asked already accepts.
      if (requests.get(user)?.state === 'incoming') return accept(user, op)
      await ask(connection => connection.addContact(user, message), op)
      now({ user, state: 'outgoing', ...(message !== '' && { message }) })
    },
    accept,
    async decline(user, op) {
      await ask(connection => connection.declineContactInvite(user), op)
      now({ user, state: 'none' })
    },
    async remove(user, op) {
      await ask(connection => connection.deleteContact(user), op)
      now({ user, state: 'none' })
    },
  }
}

/** Whom I blocked. Other devices of mine hear of it when they ask. */
export const blockOps = ({ ask, link }: RequestContext): BlockOps => ({
  async list(op) {
    return { type: 'blocklist', origin: 'history', whole: true, blocked: idsIn(await ask(connection => connection.getBlocklist(), op)) }
  },
  async block(user, op) {
    await ask(connection => connection.addUsersToBlocklist({ name: [user] }), op)
    link.tell({ type: 'blocklist', origin: 'echo', blocked: [user] })
  },
  async unblock(user, op) {
    await ask(connection => connection.removeUserFromBlocklist({ name: [user] }), op)
    link.tell({ type: 'blocklist', origin: 'echo', unblocked: [user] })
  },
})

/** A subscription lasts at most 30 days at Easemob. */
const WATCH_SECONDS = 7 * 24 * 60 * 60
/** It takes so many users in one request. */
const AT_ONCE = 100

/** Watches users by Easemob's subscriptions. */
export const presenceOps = ({ ask }: RequestContext): { readonly ops: PresenceOps; readonly watch: PresenceWatch } => {
  const watched = new Set<UserId>()

  const inParts = async (users: readonly UserId[], run: (part: UserId[]) => Promise<unknown>): Promise<readonly unknown[]> => {
    const answers: unknown[] = []
    for (let at = 0; at < users.length; at += AT_ONCE) answers.push(await run(users.slice(at, at + AT_ONCE)))
    return answers
  }
  const factsIn = (answers: readonly unknown[]): readonly PresenceFact[] =>
    answers.flatMap(answer => {
      const { data, result } = rawOf(answer)
      return listOf(rawOf(data)['result'] ?? result).flatMap(one => presenceFactOf(rawOf(one)) ?? [])
    })
  const look = async (users: readonly UserId[], op?: Op): Promise<readonly PresenceFact[]> =>
    factsIn(await inParts(users, usernames => ask(connection => connection.getPresenceStatus({ usernames }), op)))

  const ops: PresenceOps = {
    async watch(users, op) {
      const gone = [...watched].filter(user => !users.includes(user))
      watched.clear()
      for (const user of users) watched.add(user)
      await inParts(gone, usernames => ask(connection => connection.unsubscribePresence({ usernames }), op))
      await inParts(users, usernames => ask(connection => connection.subscribePresence({ usernames, expiry: WATCH_SECONDS }), op))
      const told = await look(users, op)
      const missing = users.filter(user => !told.some(fact => fact.user === user))
      return [...told, ...missing.map((user): PresenceFact => ({ type: 'presence', origin: 'live', user, presence: { state: 'offline' } }))]
    },
    async set(presence, op) {
      await ask(connection => connection.publishPresence({ description: descriptionOf(presence) }), op)
    },
  }
  return { ops, watch: { watched, look } }
}

/** Names and pictures of users, as far as they have any. */
export const directory = ({ ask }: RequestContext) => ({
  async users(ids: readonly UserId[], op?: Op): Promise<readonly User[]> {
    const { data } = rawOf(await ask(connection => connection.fetchUserInfoById([...ids]), op))
    return Object.entries(rawOf(data)).flatMap(([id, info]) => {
      const { nickname, avatarurl } = rawOf(info)
      const [name, avatar] = [textOf(nickname), textOf(avatarurl)]
      return name === undefined && avatar === undefined ? [] : [{ id: userOf(id), name: name ?? id, ...(avatar !== undefined && { avatar }) }]
    })
  },
})
