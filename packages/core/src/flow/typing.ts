import { asChatError } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { FlowContext } from './flowContext.ts'

export interface Typing {
  /** I am typing, or not any more. */
  readonly setTyping: (conversation: ConversationId, typing: boolean) => void
  /** Somebody else is, as the backend told. */
  readonly noteTyping: (conversation: ConversationId, from: UserId, data: Json) => void
  /** A message of somebody came: they aren't typing it any more. */
  readonly noteMessage: (conversation: ConversationId, from: UserId) => void
}

/** How often the others are told while I am typing, milliseconds. */
const repeatMs = 5_000
/** How long somebody is typing without saying so again, milliseconds. */
const lastsMs = 10_000

/** Who is typing [RCV7]. */
export const createTyping = (
  context: Pick<FlowContext, 'transport' | 'reader' | 'sink' | 'ingress' | 'clock' | 'capabilities' | 'disposed'>,
): Typing => {
  const { transport, reader, sink, ingress, clock, capabilities, disposed } = context
  /** Conversations in which I am typing, with the timer that says so again. */
  const mine = new Map<ConversationId, TimerHandle>()
  const others = new Map<ConversationId, Map<UserId, TimerHandle>>()

  const setTyping: Typing['setTyping'] = (conversation, typing) => {
    const timer = mine.get(conversation)
    if (disposed.aborted || typing === (timer !== undefined)) return
    if (timer !== undefined) {
      clock.clearTimeout(timer)
      mine.delete(conversation)
    } else repeat(conversation)
    tell(conversation, typing)
  }

  const repeat = (conversation: ConversationId): void => {
    const timer = clock.setTimeout(() => {
      repeat(conversation)
      tell(conversation, true)
    }, repeatMs)
    mine.set(conversation, timer)
  }

  const tell = (conversation: ConversationId, typing: boolean): void => {
    if (!capabilities().ephemeral || reader.connection.state !== 'online') return
    try {
      transport.sendEphemeral?.(conversation, 'typing', typing)
    } catch (thrown) {
      sink.report(asChatError(thrown))
    }
  }

  const noteTyping: Typing['noteTyping'] = (conversation, from, data) => {
    if (disposed.aborted || from === reader.self) return
    forget(conversation, from)
    if (data !== true) return
    const users = others.get(conversation) ?? new Map<UserId, TimerHandle>()
    others.set(conversation, users)
    users.set(
      from,
      clock.setTimeout(() => end(conversation, from), lastsMs),
    )
  }

  const noteMessage: Typing['noteMessage'] = (conversation, from) => {
    if (others.get(conversation)?.has(from) === true) end(conversation, from)
  }

  const end = (conversation: ConversationId, from: UserId): void => {
    forget(conversation, from)
    ingress.fact({ type: 'ephemeral', origin: 'echo', conversation, from, name: 'typing', data: false })
  }

  const forget = (conversation: ConversationId, from: UserId): void => {
    const users = others.get(conversation)
    const timer = users?.get(from)
    if (users === undefined || timer === undefined) return
    clock.clearTimeout(timer)
    users.delete(from)
    if (users.size === 0) others.delete(conversation)
  }

  disposed.addEventListener(
    'abort',
    () => {
      for (const timer of mine.values()) clock.clearTimeout(timer)
      for (const users of others.values()) for (const timer of users.values()) clock.clearTimeout(timer)
      mine.clear()
      others.clear()
    },
    { once: true },
  )

  return { setTyping, noteTyping, noteMessage }
}
