import { chatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import { done, failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { Position } from '../model/position.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'

export interface Removals {
  readonly remove: (conversation: ConversationId, withHistory: boolean) => Promise<Outcome>
}

export interface RemovalsOptions {
  /** Takes a send back, as `talk.cancel` does. */
  readonly cancelSend: (key: MessageKey) => Promise<unknown>
  /** What waited to be sent there may leave. */
  readonly wakeSends: (conversation: ConversationId) => void
}

/** Takes conversations off the list [CNV3]: shown at once, true once the backend has done it, or here alone where it can't. */
export const createRemovals = (context: FlowContext, signal: () => AbortSignal, { cancelSend, wakeSends }: RemovalsOptions): Removals => {
  const { reader, sink, ingress, transport } = context
  const under = new Map<ConversationId, Promise<Outcome>>()

  const removeThere = async (conversation: ConversationId, withHistory: boolean): Promise<Outcome<unknown>> => {
    const { removal } = context.capabilities()
    const there = transport.removeConversation?.bind(transport)
    if (there === undefined || removal === 'none') return succeeded({})
    if (reader.connection.state !== 'online') return failed(chatError('offline'))
    const until = signal()
    const answer = await ask(context, op => there(conversation, { withHistory: withHistory && removal === 'withHistory' }, op), {
      signal: until,
    })
    return until.aborted ? failed(chatError('cancelled', { effect: 'maybe' })) : answer
  }

  const remove = async (conversation: ConversationId, withHistory: boolean): Promise<Outcome> => {
    // It reaches what was here when it was asked for: what comes or is written from now on stays [CVG2].
    const seq = ingress.seq()
    const newest = reader.conversation(conversation)?.greatest
    sink.change({ type: 'removal', conversation, removal: { withHistory, seq, ...(newest !== undefined && { through: newest }) } })
    const answer = await removeThere(conversation, withHistory)
    if (context.disposed.aborted) return failed(chatError('cancelled'))
    if (answer.ok) {
      const through = throughIn(answer.value) ?? newest
      // One that is on its way is only marked: what becomes of it is not waited for.
      for (const { key, order } of [...reader.sends(conversation)]) if (order <= seq) void cancelSend(key)
      const fact = {
        type: 'conversationRemoved',
        origin: 'echo',
        conversation,
        withHistory,
        ...(through !== undefined && { through }),
      } as const
      ingress.answer([fact], seq)
      ingress.flush()
    }
    sink.change({ type: 'removal', conversation, removal: undefined })
    wakeSends(conversation)
    return answer.ok ? done : answer
  }

  return {
    remove: (conversation, withHistory) => {
      const running = under.get(conversation)
      if (running !== undefined) return running
      const outcome = remove(conversation, withHistory).finally(() => under.delete(conversation))
      under.set(conversation, outcome)
      return outcome
    },
  }
}

/** How far the backend says that it went, if its answer makes sense. */
const throughIn = (answer: unknown): Position | undefined =>
  typeof answer === 'object' && answer !== null && 'through' in answer && typeof answer.through === 'string' && answer.through !== ''
    ? answer.through
    : undefined
