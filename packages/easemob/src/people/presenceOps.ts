import type { Op, PresenceFact, PresenceOps, UserId } from '@parlance/core'
import type { PartContext } from '../part.ts'
import { listOf, rawOf } from '../sdk/raw.ts'
import { descriptionOf, presenceFactOf } from './presenceFact.ts'

/** A subscription lasts at most 30 days at Easemob; each link makes a new one. */
const WATCH_SECONDS = 7 * 24 * 60 * 60
/** It takes so many users in one request. */
const AT_ONCE = 100

/** Whom the application watches, and how some users are. */
export interface PresenceWatch {
  readonly watched: ReadonlySet<UserId>
  readonly look: (users: readonly UserId[], op?: Op) => Promise<readonly PresenceFact[]>
}

/** Watches users by Easemob's subscriptions. */
export const presenceOps = ({ ask }: PartContext): { readonly ops: PresenceOps; readonly watch: PresenceWatch } => {
  const watched = new Set<UserId>()

  const inParts = async (users: readonly UserId[], run: (part: UserId[]) => Promise<unknown>): Promise<readonly unknown[]> => {
    const answers: unknown[] = []
    for (let at = 0; at < users.length; at += AT_ONCE) answers.push(await run(users.slice(at, at + AT_ONCE)))
    return answers
  }

  const look = async (users: readonly UserId[], op?: Op): Promise<readonly PresenceFact[]> => {
    const answers = await inParts(users, usernames => ask(connection => connection.getPresenceStatus({ usernames }), op))
    const facts = answers.flatMap(answer => listOf(rawOf(rawOf(answer)['data'])['result']).flatMap(one => presenceFactOf(rawOf(one)) ?? []))
    // Whom Easemob says nothing of was never there.
    const missing = users.filter(user => !facts.some(fact => fact.user === user))
    return [...facts, ...missing.map((user): PresenceFact => ({ type: 'presence', origin: 'live', user, presence: { state: 'offline' } }))]
  }

  const ops: PresenceOps = {
    async watch(users, op) {
      const gone = [...watched].filter(user => !users.includes(user))
      watched.clear()
      for (const user of users) watched.add(user)
      await inParts(gone, usernames => ask(connection => connection.unsubscribePresence({ usernames }), op))
      await inParts(users, usernames => ask(connection => connection.subscribePresence({ usernames, expiry: WATCH_SECONDS }), op))
      return look(users, op)
    },
    async set(presence, op) {
      await ask(connection => connection.publishPresence({ description: descriptionOf(presence) }), op)
    },
  }
  return { ops, watch: { watched, look } }
}
