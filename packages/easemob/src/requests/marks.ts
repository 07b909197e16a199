import type { ConversationId, MessageId, Op, ReceiptTarget } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { newLocalId } from '../localIds.ts'
import { positionOf } from '../positions.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import type { RequestContext } from './context.ts'
import { target } from './target.ts'

/** My read marks: message by message, or on a conversation as a whole. */
export const marks = ({ self, known, ask }: RequestContext) => {
  const wholeOf = (conversation: ConversationId): SdkOutgoing => ({ ...placeOf(conversation), type: 'channel', id: newLocalId() })

  const markOf = (conversation: ConversationId, id: MessageId, ackContent: string | undefined): SdkOutgoing => {
    const { chatType, to } = placeOf(conversation)
    // Between two it goes to who wrote the message.
    const author = conversationKind(conversation) === 'direct' ? known.find(id)?.from : undefined
    return { chatType, to: author ?? to, type: 'read', id: newLocalId(), ackId: id, ackContent }
  }

  /** The messages through a position, if that leaves others unread: Easemob's mark on the whole would take those along. */
  const partOf = (conversation: ConversationId, through: string | undefined): readonly MessageId[] | undefined => {
    const others = known.others(conversation, self)
    const part = others.filter(id => through === undefined || (positionOf(id) ?? '') <= through)
    return part.length === others.length ? undefined : part
  }

  return {
    async markRead(
      conversation: ConversationId,
      marked: ReceiptTarget,
      { content, ...op }: Op & { readonly content?: string } = {},
    ): Promise<void> {
      if ('upTo' in marked) throw chatError('unsupported')
      const ids =
        'exactly' in marked
          ? marked.exactly.map(ref => target(known, { ...ref, conversation }).id)
          : partOf(conversation, marked.through)
      const all = ids === undefined ? [wholeOf(conversation)] : ids.map(id => markOf(conversation, id, content))
      await Promise.all(all.map(one => ask(connection => connection.send(one), op)))
    },
  }
}
