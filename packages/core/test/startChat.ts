import { createChat } from '../src/createChat.ts'
import type { Chat, ChatOptions } from '../src/chat.ts'
import type { ChatError } from '../src/model/error.ts'
import type { Message } from '../src/model/message.ts'
import { testClock, type TestClock } from '../src/testing/testClock.ts'
import { scriptedTransport, type ScriptedOptions, type ScriptedTransport } from './scriptedTransport.ts'

export interface StartedChat {
  readonly chat: Chat
  readonly script: ScriptedTransport
  readonly clock: TestClock
  /** What was reported where nobody was asking. */
  readonly errors: readonly ChatError[]
  /** Opens the link, and says that it is synced. */
  readonly goOnline: (continuity?: 'whole' | 'gap') => Promise<void>
  /** The link breaks; the next one opens only by `goOnline`. */
  readonly goOffline: () => Promise<void>
  readonly message: (key: string) => Message | undefined
}

/** A chat over a scripted transport and a clock that stands still. Not connected yet. No jitter: `random` is 1 here, almost. */
export const createScriptedChat = (scripted: ScriptedOptions = {}, options: Partial<ChatOptions> = {}): StartedChat => {
  const clock = testClock()
  const script = scriptedTransport(scripted)
  const chat = createChat({ transport: script.transport, clock, random: () => 1, publish: 'microtask', timeZone: 'UTC', ...options })
  const errors: ChatError[] = []
  chat.errors$.subscribe(error => errors.push(error))
  return {
    chat,
    script,
    clock,
    errors,
    goOnline: async (continuity = 'whole') => {
      void chat.connect()
      await clock.settle()
      script.sync(continuity)
      await clock.settle()
    },
    goOffline: async () => {
      await chat.disconnect()
      await clock.settle()
    },
    message: key => chat.message(key).get(),
  }
}

/** The same, online. */
export const startChat = async (scripted?: ScriptedOptions, options?: Partial<ChatOptions>): Promise<StartedChat> => {
  const started = createScriptedChat(scripted, options)
  await started.goOnline()
  return started
}
