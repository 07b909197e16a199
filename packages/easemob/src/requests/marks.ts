import type { ConversationId, MessageId, Op, Position, ReceiptTarget } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import type { KnownMessage } from '../knownMessages.ts'
import { newLocalId } from '../localIds.ts'
import { positionOf } from '../positions.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import { textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { target } from './target.ts'

/** My read marks, message by message or on a conversation as a whole, and that I have got something. */
export const marks = ({ self, known, ask }: RequestContext) => {
  const markOf = (type: 'read' | 'delivery', conversation: ConversationId, id: MessageId, ackContent?: string): SdkOutgoing => {
    const { chatType, to } = placeOf(conversation)
    // Between two it goes to who wrote the message.
    const author = chatType === 'singleChat' ? known.find(id)?.from : undefined
    return { chatType, to: author ?? to, type, id: newLocalId(), ackId: id, ackContent }
  }

  const send = async (all: readonly SdkOutgoing[], op?: Op): Promise<void> => {
    await Promise.all(all.map(one => ask(connection => connection.send(one), op)))
  }

  const others = (conversation: ConversationId): readonly (readonly [MessageId, KnownMessage])[] =>
    [...known.in(conversation)].filter(([, { from }]) => from !== self)

  const isUpTo = (id: MessageId, position: Position | undefined): boolean => position === undefined || (positionOf(id) ?? '') <= position

  /**
   * A mark on the whole conversation, and, for each message that asks for a count, one of its own: only those are counted. One that
   * leaves others unread goes message by message: Easemob's mark on the whole would take those along.
   */
  const wholeOf = (conversation: ConversationId, through: Position | undefined, content: string | undefined): readonly SdkOutgoing[] => {
    const there = others(conversation)
    const part = there.filter(([id]) => isUpTo(id, through))
    const isWhole = part.length === there.length
    const single = isWhole ? part.filter(([, message]) => message.asks && !message.read) : part
    const all = single.map(([id]) => markOf('read', conversation, id, content))
    return isWhole ? [...all, { ...placeOf(conversation), type: 'channel', id: newLocalId() }] : all
  }

  const remember = (done: readonly SdkOutgoing[], what: 'read' | 'delivered'): void => {
    for (const { ackId } of done) {
      const message = known.find(textOf(ackId))
      if (message !== undefined) message[what] = true
    }
  }

  return {
    async markRead(
      conversation: ConversationId,
      marked: ReceiptTarget,
      { content, ...op }: Op & { readonly content?: string } = {},
    ): Promise<void> {
      if ('upTo' in marked) throw chatError('unsupported')
      const all =
        'exactly' in marked
          ? marked.exactly.map(ref => markOf('read', conversation, target(known, { ...ref, conversation }).id, content))
          : wholeOf(conversation, marked.through, content)
      await send(all, op)
      remember(all, 'read')
    },

    async markDelivered(conversation: ConversationId, marked: ReceiptTarget, op?: Op): Promise<void> {
      // In groups and rooms Easemob has no such thing.
      if (placeOf(conversation).chatType !== 'singleChat') return
      const through = 'upTo' in marked ? (marked.upTo.position ?? positionOf(target(known, marked.upTo).id)) : undefined
      const all = others(conversation)
        .filter(([id, message]) => message.came && !message.delivered && isUpTo(id, through))
        .map(([id]) => markOf('delivery', conversation, id))
      await send(all, op)
      remember(all, 'delivered')
    },
  }
}
