import type { MessageRef } from '../model/messageRef.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { ChatState } from '../reduce/chatState.ts'

/** A fact as it may be shown and kept: without what it says of messages that are recalled or deleted by now [RCL1, SEC4]. */
export const withoutRecalled = (fact: StampedFact, state: ChatState): StampedFact => {
  const isGone = (ref: MessageRef): boolean => {
    const record = state.find(ref)?.record
    return record !== undefined && (record.recall !== undefined || record.deleted)
  }
  switch (fact.type) {
    case 'message':
      return isGone(fact.message) ? { ...fact, message: erased(fact.message) } : fact
    case 'accepted':
      return isGone(fact.message) ? { ...fact, message: { ...erased(fact.message), localId: fact.message.localId } } : fact
    case 'edited': {
      if (!isGone(fact.target)) return fact
      const { ext: _ext, ...rest } = fact
      return { ...rest, body: { type: 'unknown' } }
    }
    case 'conversation': {
      const { last } = fact.entry
      return last !== undefined && isGone(last) ? { ...fact, entry: { ...fact.entry, last: erased(last) } } : fact
    }
    default:
      return fact
  }
}

const erased = ({ ext: _ext, ...message }: RemoteMessage): RemoteMessage => ({ ...message, body: { type: 'unknown' } })
