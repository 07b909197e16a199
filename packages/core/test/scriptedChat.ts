import { createChat } from '../src/createChat.ts'
import type { Chat } from '../src/chat.ts'
import type { ChatError } from '../src/model/error.ts'
import { testClock, type TestClock } from '../src/testing/testClock.ts'
import { scriptedTransport, type ScriptedTransport } from './scriptedTransport.ts'

export interface Scripted {
  readonly script: ScriptedTransport
  readonly clock: TestClock
  readonly chat: Chat
  /** What reached `errors$`. */
  readonly errors: ChatError[]
  /** Opens the link and lets it be synced. */
  readonly goOnline: (continuity?: 'whole' | 'gap') => Promise<void>
}

/** A chat over a scripted transport and a clock that stands still. */
export const scriptedChat = (options?: Parameters<typeof scriptedTransport>[0]): Scripted => {
  const script = scriptedTransport(options)
  const clock = testClock()
  const chat = createChat({ transport: script.transport, clock, random: () => 0.5, publish: 'microtask', timeZone: 'UTC' })
  const errors: ChatError[] = []
  chat.errors$.subscribe(error => errors.push(error))
  return {
    script,
    clock,
    chat,
    errors,
    goOnline: async (continuity = 'gap') => {
      void chat.connect()
      await clock.settle()
      script.sync(continuity)
      await clock.settle()
    },
  }
}
