import type { UserId } from '../../model/ids.ts'
import type { SendState } from '../../model/sendState.ts'
import type { SendIntent } from '../../protocol/intent.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'

/**
 * One time that somebody told a message: a copy, my ack, or my own pending send. The last message of a list entry comes as a
 * copy of its own: stamping sees to that.
 */
export interface Copy {
  readonly source: 'message' | 'accepted' | 'send'
  readonly seq: number
  readonly message: RemoteMessage
  /** This device's clock when it came, for display. */
  readonly seenAt?: number | undefined
  /** This device's counter at enqueue: of acks and pending sends. */
  readonly order?: number
  /** Of a pending send. */
  readonly send?: SendState
}

export const copiesOf = (self: UserId, facts: readonly StampedFact[], sends: readonly SendIntent[]): readonly Copy[] => {
  const copies: Copy[] = []
  for (const fact of facts) {
    if (fact.type === 'message') copies.push({ source: 'message', seq: fact.seq, message: fact.message, seenAt: fact.seenAt })
    if (fact.type === 'accepted')
      copies.push({ source: 'accepted', seq: fact.seq, message: fact.message, order: fact.order, seenAt: fact.seenAt })
  }
  for (const { message, order, enqueuedAt, send } of sends) {
    copies.push({ source: 'send', seq: order, message: { ...message, from: self }, order, seenAt: enqueuedAt, send })
  }
  return copies
}
