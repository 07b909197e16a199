import type {
  Ack,
  Body,
  ConversationId,
  ErrorCode,
  Ext,
  LocalId,
  MessageRef,
  NoticeEvent,
  OutgoingMessage,
  Role,
  UserId,
} from '@parlance/core'
import { chatError } from '@parlance/core'
import type { UserSpec } from './accounts.ts'
import type { Perform } from './attach.ts'
import { endSessions } from './attach.ts'
import type { RequestName, Requests } from './backend.ts'
import { setBlocked } from './blocks.ts'
import type { SharedSpec } from './backendOptions.ts'
import type { RunningWorld } from './createWorld.ts'
import { foundShared } from './createWorld.ts'
import type { InspectedMessage } from './inspect.ts'
import { inspect } from './inspect.ts'
import { announceStanding, broughtAbout, depart, dissolveTalk, enter, tellFounded } from './membership.ts'
import { SERVER } from './judge.ts'
import { existingShared, existingUser, talkCalled } from './misuse.ts'
import { tellNotice } from './notices.ts'
import type { SandboxPolicy } from './policy.ts'
import type { Seat } from './seat.ts'
import type { Talk } from './talk.ts'
import { unreadOf } from './unread.ts'

/** What goes along with a message of a scripted user. */
export interface PostOptions {
  /** Default: one of its own for each post. */
  readonly localId?: LocalId
  readonly ext?: Ext
  readonly to?: readonly UserId[]
  readonly replyTo?: MessageRef
  readonly wantsReadCount?: boolean
  readonly forwardedFrom?: UserId
}

/** What whoever runs the server can do. Users and conversations that aren't there are misuse, and throw a `TypeError`. */
export interface Administration {
  users(): readonly UserId[]
  addUser(user: UserId | UserSpec): void
  /** The credential that is good for a user now. */
  token(user: UserId): string
  /** The credential that is good now isn't any more: sessions begun with it wait for the next one (`authExpired`). */
  expireToken(user: UserId): void
  /** Ends a user's sessions, or one device's. Default code: `replacedElsewhere`. */
  end(user: UserId, options?: { readonly device?: string; readonly code?: ErrorCode }): void
  /** Devices attached now. */
  devices(user: UserId): readonly string[]

  addGroup(group: SharedSpec): void
  addRoom(room: SharedSpec): void
  addMember(conversation: ConversationId, user: UserId, role?: Role): void
  removeMember(conversation: ConversationId, user: UserId): void
  setRole(conversation: ConversationId, user: UserId, role: Role): void
  dissolve(conversation: ConversationId): void
  /** Default: mutes. */
  mute(conversation: ConversationId, user: UserId, muted?: boolean): void
  /** Only these may write there; `undefined`: all members again. */
  allowlist(conversation: ConversationId, users: readonly UserId[] | undefined): void
  /** Default: blocks. Who is blocked can't write to who blocks. */
  block(user: UserId, other: UserId, blocked?: boolean): void

  /** Changes some lines of the policy. If that changes the capabilities, links are cut, so that clients hear of it as they come back. */
  setPolicy(change: Partial<Omit<SandboxPolicy, 'ids'>>): void
  /** Has a user without a device do something. Throws the `ChatError` with which it is refused. */
  act<Name extends RequestName>(user: UserId, name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
  /** Has a user without a device say something; a string is a text. Throws as `act` does. */
  post(from: UserId, conversation: ConversationId, body: Body | string, options?: PostOptions): Ack
  /** All messages of a conversation in the server's order, as the server keeps them. A direct one goes by the name that `as` gives it. */
  inspect(conversation: ConversationId, as?: UserId): readonly InspectedMessage[]
  /** How often a send was stored: once, unless repeated sends aren't known for what they are. */
  stored(from: UserId, localId: LocalId): number
  unread(user: UserId, conversation: ConversationId): number
}

export const createAdministration = (world: RunningWorld, perform: Perform): Administration => {
  let posts = 0

  const sharedTalk = (id: ConversationId): Talk => existingShared(world, id)
  const knownUser = (user: UserId): UserId => existingUser(world, user)
  const memberOf = (talk: Talk, user: UserId): Seat => {
    const seat = talk.seats.get(knownUser(user))
    if (seat?.state !== 'member')
      throw new TypeError(`${JSON.stringify(user)} isn't a member of ${talk.nameFor(user)}: add the member first.`)
    return seat
  }
  /** What is done between requests happens after what they put off, and is told at once. */
  const now = <T>(run: () => T): T => {
    world.catchUp()
    const result = run()
    world.devices.pump()
    return result
  }
  const asMember = (conversation: ConversationId, user: UserId, event: NoticeEvent, change: (seat: Seat) => void): void => {
    now(() => {
      const talk = sharedTalk(conversation)
      const seat = memberOf(talk, user)
      change(seat)
      broughtAbout(seat, SERVER)
      announceStanding(world, talk, seat)
      tellNotice(world, talk, SERVER, { event, users: [user] })
    })
  }
  const act: Administration['act'] = (user, name, args) => perform({ user: knownUser(user) }, name, args)

  return {
    users: () => [...world.accounts.all()],
    addUser: user => world.accounts.add(typeof user === 'string' ? { id: user } : user),
    token: user => world.accounts.token(user),
    expireToken(user) {
      now(() => {
        world.accounts.expire(user)
        endSessions(world, [user], chatError('authExpired'))
      })
    },
    end(user, { device, code = 'replacedElsewhere' } = {}) {
      now(() => {
        for (const attached of [...world.devices.of(knownUser(user))]) {
          if (attached.listener !== undefined && (device ?? attached.name) === attached.name) world.devices.end(attached, chatError(code))
        }
      })
    },
    devices: user => [...world.devices.of(knownUser(user))].filter(({ listener }) => listener !== undefined).map(({ name }) => name),

    addGroup: spec => now(() => tellFounded(world, foundShared(world, 'group', spec), spec.owner ?? SERVER)),
    addRoom: spec => now(() => tellFounded(world, foundShared(world, 'room', spec), spec.owner ?? SERVER)),
    addMember(conversation, user, role = 'member') {
      now(() => {
        const talk = sharedTalk(conversation)
        if (talk.seats.get(knownUser(user))?.state !== 'member') enter(world, talk, user, role, SERVER)
      })
    },
    removeMember(conversation, user) {
      now(() => {
        const talk = sharedTalk(conversation)
        depart(world, talk, memberOf(talk, user), 'removed', SERVER)
      })
    },
    setRole: (conversation, user, role) =>
      asMember(conversation, user, 'roleChanged', seat => {
        seat.role = role
      }),
    dissolve(conversation) {
      now(() => dissolveTalk(world, sharedTalk(conversation), SERVER))
    },
    mute: (conversation, user, muted = true) =>
      asMember(conversation, user, muted ? 'muted' : 'unmuted', seat => {
        seat.muted = muted
      }),
    allowlist(conversation, users) {
      sharedTalk(conversation).allowlist = users === undefined ? undefined : new Set(users)
    },
    block(user, other, blocked = true) {
      now(() => setBlocked(world, knownUser(user), knownUser(other), blocked))
    },

    setPolicy(change) {
      now(() => {
        const before = JSON.stringify(world.policy.capabilities)
        world.setPolicy(change)
        if (JSON.stringify(world.policy.capabilities) === before) return
        endSessions(world, world.accounts.all(), chatError('unavailable', { effect: 'none', message: 'The policy has changed.' }))
      })
    },
    act,
    post(from, conversation, body, options = {}) {
      const { localId = `post-${++posts}`, ...beside } = options
      const said: Body = typeof body === 'string' ? { type: 'text', text: body } : body
      const message: OutgoingMessage = { conversation, localId, body: said, ...beside }
      return act(from, 'send', { message: structuredClone(message) })
    },
    inspect: (conversation, as) => now(() => inspect(world, conversation, as)),
    stored: (from, localId) => now(() => world.index.sent(from, localId).length),
    unread: (user, conversation) =>
      now(() => {
        const talk = talkCalled(world, conversation, user)
        return unreadOf(talk, memberOf(talk, user)).count
      }),
  }
}
