import type { ConversationId, MessageKey } from '../model/ids.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { background } from './background.ts'
import type { FlowContext } from './flowContext.ts'

/** What was asked of messages while they were on their way: waits for their fate, and follows it [SND8]. */
export interface FollowUps {
  /** Resolves with what came of the change. */
  readonly wait: (key: MessageKey, conversation: ConversationId) => Promise<Outcome>
  /** The change needs no following any more. */
  readonly settle: (key: MessageKey, outcome: Outcome) => void
  /** Follows those of a conversation whose message is through, by whatever way that was learned. */
  readonly look: (conversation: ConversationId) => void
}

/** `carryOut`: asks the backend for the pending change of a sent message. */
export const createFollowUps = (
  { reader, sink, disposed }: Pick<FlowContext, 'reader' | 'sink' | 'disposed'>,
  carryOut: (key: MessageKey) => Promise<Outcome>,
  cancelled: Outcome,
): FollowUps => {
  const waiting = new Map<MessageKey, { readonly conversation: ConversationId; readonly resolve: ((outcome: Outcome) => void)[] }>()

  const settle: FollowUps['settle'] = (key, outcome) => {
    const found = waiting.get(key)
    waiting.delete(key)
    for (const resolve of found?.resolve ?? []) resolve(outcome)
  }

  const follow = async (key: MessageKey): Promise<void> => {
    const found = waiting.get(key)
    waiting.delete(key)
    const pending = reader.message(key)?.message.pending
    const outcome = pending === undefined || pending.error !== undefined ? done : await carryOut(key)
    for (const resolve of found?.resolve ?? []) resolve(outcome)
  }

  disposed.addEventListener('abort', () => [...waiting.keys()].forEach(key => settle(key, cancelled)), { once: true })
  return {
    wait: (key, conversation) =>
      new Promise(resolve => {
        const found = waiting.get(key)
        if (found === undefined) waiting.set(key, { conversation, resolve: [resolve] })
        else found.resolve.push(resolve)
      }),
    settle,
    look: conversation => {
      for (const [key, found] of [...waiting]) {
        if (found.conversation === conversation && reader.message(key)?.send === undefined) background(sink, () => follow(key))
      }
    },
  }
}
