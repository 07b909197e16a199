import { chatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import { done, failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { Position } from '../model/position.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'

export interface Removals {
  readonly remove: (conversation: ConversationId, withHistory: boolean) => Promise<Outcome>
}

/** Takes conversations off the list [CNV3]: shown at once, true once the backend has done it, or here alone where it can't. */
export const createRemovals = (
  context: FlowContext,
  signal: () => AbortSignal,
  cancelSend: (key: MessageKey) => Promise<unknown>,
): Removals => {
  const { reader, sink, ingress, transport } = context
  const under = new Map<ConversationId, Promise<Outcome>>()

  const removeThere = async (conversation: ConversationId, withHistory: boolean): Promise<Outcome<{ readonly through?: Position }>> => {
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
    const through = reader.conversation(conversation)?.greatest
    sink.change({ type: 'removal', conversation, removal: { withHistory, ...(through !== undefined && { through }) } })
    const answer = await removeThere(conversation, withHistory)
    if (context.disposed.aborted) return failed(chatError('cancelled'))
    if (answer.ok) {
      // One that is on its way is only marked: what becomes of it is not waited for.
      for (const { key } of [...reader.sends(conversation)]) void cancelSend(key)
      ingress.fact({
        type: 'conversationRemoved',
        origin: 'echo',
        conversation,
        withHistory,
        ...(answer.value.through !== undefined && { through: answer.value.through }),
      })
      ingress.flush()
    }
    sink.change({ type: 'removal', conversation, removal: undefined })
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
