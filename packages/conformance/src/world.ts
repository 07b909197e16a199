import { createChat } from '@parlance/core'
import type { Chat, ChatOptions, ConversationId, Json, MessageKey, Transport, UserId } from '@parlance/core'
import type { TestClock } from '@parlance/core/testing'
import { testClock } from '@parlance/core/testing'
import { createSandbox } from '@parlance/sandbox'
import type { Sandbox } from '@parlance/sandbox'
import { Observable } from 'rxjs'
import { onTestFinished } from 'vitest'
import { countedChat } from './countedChat.ts'
import type { Counts } from './countedChat.ts'
import type { Screen } from './driver.ts'

/** Alice, whose chat is under test, and the people she talks to, over one backend in memory. */
export interface World {
  readonly alice: Chat
  readonly counts: Readonly<Counts>
  readonly bob: Chat
  readonly carol: Chat
  readonly clock: TestClock
  /** Pages of history that Alice's transport was asked for. */
  readonly pages: () => number
  /** Pages of members that Alice's transport was asked for. */
  readonly memberPages: () => number
  /** Whose presence Alice's transport was last asked to watch. */
  readonly watched: () => readonly UserId[]
  /** How many links of Alice's were opened so far, and how many stand. */
  readonly links: () => { readonly opened: number; readonly standing: number }
  /** Lets time pass until a promise has settled. */
  readonly until: <T>(promise: Promise<T>) => Promise<T>
  /** Waits until nothing is under way and the screens have drawn it. */
  readonly quiet: (...screens: readonly Screen[]) => Promise<void>
  /** Sends to a conversation as its sender names it, and waits until all have it. */
  readonly say: (chat: Chat, conversation: ConversationId, ...texts: readonly string[]) => Promise<readonly MessageKey[]>
  /** One more chat on a device of its own. */
  readonly chatOf: (user: UserId, options?: { readonly snapshot?: Json }) => Chat
}

type SandboxTransport = ReturnType<Sandbox['transport']>

const people = [{ id: 'alice' }, { id: 'bob' }, { id: 'carol', name: 'Carol' }]

export interface WorldOptions {
  /** Default `true`. */
  readonly aliceConnects?: boolean
  /** Whether who is taken into a group is asked first. */
  readonly invitations?: boolean
}

/** Everybody is connected, except Alice where the test connects her. Ends with the test. */
export const createWorld = async ({ aliceConnects = true, invitations = false }: WorldOptions = {}): Promise<World> => {
  const clock = testClock()
  const sandbox = createSandbox({
    seed: 7,
    clock,
    users: people,
    policy: { invitations },
    groups: [{ id: 'team', members: people.map(({ id }) => id) }],
  })
  const chats: Chat[] = []
  const counted = { pages: 0, memberPages: 0, watched: [] as readonly UserId[], opened: 0, standing: 0 }
  let devices = 0

  const counting = (transport: SandboxTransport): Transport => ({
    ...transport,
    get capabilities() {
      return transport.capabilities
    },
    connect: options =>
      new Observable(subscriber => {
        counted.opened++
        counted.standing++
        const link = transport.connect(options).subscribe(subscriber)
        return () => {
          counted.standing--
          link.unsubscribe()
        }
      }),
    history: (query, op) => {
      counted.pages++
      return transport.history(query, op)
    },
    groups: {
      ...transport.groups,
      members: (conversation, query, op) => {
        counted.memberPages++
        return transport.groups.members(conversation, query, op)
      },
    },
    presence: {
      ...transport.presence,
      watch: (users, op) => {
        counted.watched = users
        return transport.presence.watch(users, op)
      },
    },
    // One by one, so that three people fill more than a page.
    readers: (target, query, op) => transport.readers(target, { ...query, count: 1 }, op),
  })
  const chatOn = (transport: Transport, options: Partial<ChatOptions> = {}): Chat => {
    const chat = createChat({ transport, clock, random: () => 0.5, publish: 'microtask', timeZone: 'UTC', ...options })
    chats.push(chat)
    sandbox.watch(chat)
    return chat
  }
  const transportOf = (user: UserId): SandboxTransport => sandbox.transport(user, { device: `device ${(++devices).toString()}` })
  const chatOf: World['chatOf'] = (user, options) => chatOn(transportOf(user), options)

  const { chat: alice, counts } = countedChat(chatOn(counting(transportOf('alice'))))
  const bob = chatOf('bob')
  const carol = chatOf('carol')

  const until: World['until'] = async promise => {
    const end = { reached: false }
    const reaching = promise.finally(() => {
      end.reached = true
    })
    while (!end.reached) await clock.advance(10)
    return reaching
  }
  const quiet: World['quiet'] = async (...screens) => {
    await until(sandbox.quiet())
    // Delivered marks are gathered for half a second first.
    await clock.advance(500)
    await until(sandbox.quiet())
    for (const screen of screens) await screen.settle()
  }
  onTestFinished(async () => {
    for (const chat of chats) await until(chat.dispose())
  })
  for (const chat of aliceConnects ? [alice, bob, carol] : [bob, carol]) void chat.connect()
  await quiet()

  return {
    alice,
    counts,
    bob,
    carol,
    clock,
    pages: () => counted.pages,
    memberPages: () => counted.memberPages,
    watched: () => counted.watched,
    links: () => ({ opened: counted.opened, standing: counted.standing }),
    until,
    quiet,
    say: async (chat, conversation, ...texts) => {
      const keys = texts.map(text => chat.conversation(conversation).send(text))
      await quiet()
      return keys
    },
    chatOf,
  }
}
