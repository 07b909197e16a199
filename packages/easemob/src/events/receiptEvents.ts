import type { ConversationId, Fact, MessageId, ReceiptKind, UserId } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import type { Raw } from '../sdk/raw.ts'
import { listOf, parsed, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Who has got and read what. None of these events says in which kind of conversation: the message itself tells. */
export const receiptEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const receipt = (kind: ReceiptKind, raw: Raw): void => {
    const [id, from] = [textOf(raw['mid']), textOf(raw['from'])]
    if (id === undefined || from === undefined) return unreadable(`a ${kind} receipt`, raw)
    const conversation = known.find(id)?.conversation
    const content = textOf(raw['ackContent'])
    tell({
      type: 'receipt',
      origin: origin(),
      user: userOf(from),
      kind,
      target: { exactly: [{ id }] },
      ...(conversation !== undefined && { conversation }),
      ...(content !== undefined && { content }),
    })
  }

  const count = (id: MessageId, read: unknown): Fact[] => {
    const number = Number(read)
    return Number.isInteger(number) && number >= 0 ? [{ type: 'readCount', origin: origin(), target: { id }, read: number }] : []
  }

  /** Declared as a number, it is a map from messages to numbers. */
  const counts = (value: unknown): void => tell(...Object.entries(rawOf(value)).flatMap(([id, read]) => count(id, read)))

  return {
    onDeliveredMessage: payload => receipt('delivered', rawOf(payload)),
    onReadMessage(payload) {
      const raw = rawOf(payload)
      receipt('read', raw)
      counts(raw['groupReadCount'])
    },
    onChannelMessage(payload) {
      const { from, to } = rawOf(payload)
      const conversation = readConversation(textOf(from), textOf(to))
      if (conversation === undefined) return unreadable('a mark on a conversation', payload)
      const user: UserId = userOf(textOf(from) ?? '')
      tell({ type: 'receipt', origin: origin(), conversation, user, kind: 'read', target: { whole: true } })
    },
    // How the counts of group messages grew while this device was away.
    onStatisticMessage(payload) {
      const { group_ack: acks } = rawOf(parsed(rawOf(payload)['location']))
      for (const ack of Array.isArray(acks) ? listOf(acks) : [acks]) counts(ack)
    },
  }

  /** It always says that it is between two: another's mark names me there, and a group's name is that of no user. */
  function readConversation(from: string | undefined, to: string | undefined): ConversationId | undefined {
    if (from === undefined || to === undefined) return undefined
    const [reader, place] = [userOf(from), userOf(to)]
    if (place === self) return conversationAt('singleChat', reader)
    const isGroup = reader !== self || known.kindOf(place) !== undefined
    return conversationAt(!isGroup ? 'singleChat' : known.kindOf(place) === 'room' ? 'chatRoom' : 'groupChat', place)
  }
}
