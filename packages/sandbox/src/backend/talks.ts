import type { ConversationId, ConversationKind, Role, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { createLog } from './log.ts'
import type { Seat } from './seat.ts'
import { createSeat } from './seat.ts'
import type { Talk } from './talk.ts'
import { directName } from './talk.ts'

export interface TalkProperties {
  readonly title: string | undefined
  readonly avatar: string | undefined
  readonly pastVisible: boolean
}

/** Every conversation there is. */
export interface Talks {
  /** A group or room by its id. */
  shared(id: ConversationId): Talk | undefined
  /** The conversation of two users, or of one with himself; there is always one. */
  direct(one: UserId, other: UserId): Talk
  /** Makes a group or room. */
  found(id: ConversationId, properties: TalkProperties): Talk
  /** Gives a user a seat, or the one there is. */
  seat(talk: Talk, user: UserId, role: Role, at: number): Seat
  /** Those where a user has a seat. */
  of(user: UserId): Iterable<Talk>
}

export const createTalks = (): Talks => {
  const shared = new Map<ConversationId, Talk>()
  const between = new Map<string, Talk>()
  const byUser = new Map<UserId, Set<Talk>>()

  const create = (kind: ConversationKind, nameFor: Talk['nameFor'], properties: TalkProperties): Talk => ({
    kind,
    log: createLog(),
    seats: new Map(),
    ...properties,
    dissolved: false,
    allowlist: undefined,
    pins: new Map(),
    version: '',
    nameFor,
  })

  const seat = (talk: Talk, user: UserId, role: Role, at: number): Seat => {
    const there = talk.seats.get(user)
    if (there !== undefined) return there
    const made = createSeat(user, role, at)
    talk.seats.set(user, made)
    const talks = byUser.get(user) ?? new Set()
    byUser.set(user, talks.add(talk))
    return made
  }

  return {
    shared: id => shared.get(id),
    direct(one, other) {
      const key = JSON.stringify([one, other].sort())
      const there = between.get(key)
      if (there !== undefined) return there
      const talk = create('direct', directName(one, other), { title: undefined, avatar: undefined, pastVisible: true })
      between.set(key, talk)
      for (const user of [one, other]) seat(talk, user, 'member', 0)
      return talk
    },
    found(id, properties) {
      const kind = conversationKind(id)
      if (kind === 'direct') throw new TypeError(`${id} can't be made: a direct conversation is there as soon as its two users are.`)
      if (shared.has(id)) throw new TypeError(`${id} is there already: give each group and room an id of its own.`)
      const talk = create(kind, () => id, properties)
      shared.set(id, talk)
      return talk
    },
    seat,
    of: user => byUser.get(user) ?? [],
  }
}
