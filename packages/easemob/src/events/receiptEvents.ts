import type { Fact, MessageId, ReceiptKind } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { idOf, parsed, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Who has got and read what. None of these events says in which kind of conversation: the message itself tells. */
export const receiptEvents = ({ self, known, origin, tell }: EventContext): SdkHandler => {
  const receipt = (kind: ReceiptKind, payload: unknown): void => {
    const { mid, from, ackContent } = rawOf(payload)
    const [id, user] = [needed(idOf(mid)), userOf(needed(textOf(from)))]
    const conversation = known.find(id)?.conversation
    const target = { exactly: [{ id }] }
    tell(said({ type: 'receipt', origin: origin(), conversation, user, kind, target, content: textOf(ackContent) }))
  }

  const count = (id: MessageId, read: unknown): readonly Fact[] =>
    typeof read === 'number' ? [{ type: 'readCount', origin: origin(), target: { id }, read }] : []

  /** Declared as a number, it is a map from messages to numbers; what was missed comes number by number. */
  const counts = (value: unknown): void => {
    const { mid, count: read, ...map } = rawOf(value)
    const id = textOf(mid)
    tell(...(id === undefined ? Object.entries(map).flatMap(([name, number]) => count(name, number)) : count(id, read)))
  }

  return {
    onDeliveredMessage: payload => receipt('delivered', payload),
    onReadMessage(payload) {
      receipt('read', payload)
      counts(rawOf(payload)['groupReadCount'])
    },
    // It always says that it is between two: but a mark of somebody else's names me there, and mine a peer or a group.
    onChannelMessage(payload) {
      const { from, to } = rawOf(payload)
      const [user, place] = [userOf(needed(textOf(from))), userOf(needed(textOf(to)))]
      const kind = place === self ? undefined : (known.kindOf(place) ?? (user === self ? undefined : 'groupChat'))
      const conversation = conversationAt(kind ?? 'singleChat', place === self ? user : place)
      tell(said({ type: 'receipt', origin: origin(), conversation, user, kind: 'read', target: { whole: true } }))
    },
    // How the counts of group messages grew while this device was away.
    onStatisticMessage(payload) {
      const { group_ack: acks } = rawOf(parsed(rawOf(payload)['location']))
      for (const ack of Array.isArray(acks) ? acks : [acks]) counts(ack)
    },
  }
}
