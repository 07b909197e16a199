import { createSandbox, type Sandbox } from '@parlance/sandbox'
import { expect } from 'vitest'
import type { Chat, ChatOptions } from '../src/chat.ts'
import { createChat } from '../src/createChat.ts'
import { group, type ConversationId } from '../src/model/ids.ts'
import { testClock, type TestClock } from '../src/testing/testClock.ts'

export const people = ['alice', 'bob', 'carol'] as const
export type Person = (typeof people)[number]
/** The group that all three are in. */
export const team: ConversationId = group('team')

/** Three people over one backend in memory, on a clock that the test moves. */
export interface World {
  readonly clock: TestClock
  readonly sandbox: Sandbox
  readonly chats: Record<Person, Chat>
  /** One more device. */
  readonly chatOf: (person: Person, options?: Partial<ChatOptions>) => Chat
  readonly errors: string[]
  /** Lets everything come to rest. */
  readonly rest: () => Promise<void>
}

/** Runs a test in a world of its own, and lets go of that. */
export const inWorld = async (seed: number, run: (world: World) => Promise<void>): Promise<void> => {
  const clock = testClock()
  const sandbox = createSandbox({ seed, clock, users: [...people], groups: [{ id: 'team', owner: 'alice', members: ['bob', 'carol'] }] })
  const errors: string[] = []
  const opened: Chat[] = []
  const chatOf = (person: Person, options: Partial<ChatOptions> = {}): Chat => {
    const transport = sandbox.transport(person)
    const chat = createChat({ transport, clock, publish: 'microtask', random: () => 0.5, timeZone: 'UTC', ...options })
    opened.push(chat)
    // what a bad network does is tried again; anything else is wrong
    chat.errors$.subscribe(error => error.retryable || errors.push(`${person}: ${error.code} ${error.message}`))
    sandbox.watch(chat)
    return chat
  }
  const chats = { alice: chatOf('alice'), bob: chatOf('bob'), carol: chatOf('carol') }
  const rest = async (): Promise<void> => {
    const quiet = new AbortController()
    const done = sandbox.quiet().then(() => quiet.abort())
    for (let step = 0; step < 600 && !quiet.signal.aborted; step++) await clock.advance(500)
    expect(quiet.signal.aborted, 'everything came to rest within five minutes').toBe(true)
    await done
  }
  const opening = people.map(person => chats[person].connect())
  await rest()
  expect(await Promise.all(opening)).toEqual(people.map(() => ({ ok: true, value: undefined })))
  try {
    await run({ clock, sandbox, chats, chatOf, errors, rest })
  } finally {
    const ends = opened.map(chat => chat.dispose())
    await clock.advance(1_000)
    await Promise.all(ends)
    sandbox.dispose()
  }
}
