import type { ChatError } from '../model/error.ts'
import type { ConversationId } from '../model/ids.ts'
import type { ConversationEntry, Fact } from '../protocol/fact.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { Ack, RemoteMessage } from '../protocol/remoteMessage.ts'
import type { HistoryPage } from '../protocol/transport.ts'

/**
 * The one impure step between a transport and the state: takes what was said, in the order in which it came, stamps it, and
 * applies it in batches. A fact gets its sequence number when it is taken; the positions it implies when its batch is applied.
 */
export interface Ingress {
  /** The next number of this device's counter: take one when a request leaves, and hand it in with the answer. */
  readonly seq: () => number
  readonly fact: (fact: Fact) => void
  /** A history page, asked for at `requested`. */
  readonly page: (conversation: ConversationId, page: HistoryPage, requested: number) => void
  /** Lines of the conversation list, asked for at `requested`. */
  readonly entries: (entries: readonly ConversationEntry[], requested: number) => void
  readonly accepted: (intent: SendIntent, ack: Ack) => void
  readonly refused: (intent: SendIntent, error: ChatError) => void
  /** A link is being opened: what comes before it says `synced` waits, for only then is it known whether something lies between. */
  readonly linkOpened: () => void
  /** The link is synced: says first whether something was missed, in these conversations or anywhere, then hands over what waited. */
  readonly synced: (continuity: 'whole' | 'gap', conversations?: readonly ConversationId[]) => void
  /** The link is gone. What waited for `synced` is kept, with a gap before it. */
  readonly linkLost: () => void
  /** Those of some messages that make sense, in their one spelling; the others are reported. Nothing is applied. */
  readonly admitted: (messages: readonly RemoteMessage[]) => readonly RemoteMessage[]
  /** Facts of an answer, asked for at `requested`. */
  readonly answer: (facts: readonly Fact[], requested: number) => void
  /** Applies everything taken so far, now. */
  readonly flush: () => void
}
