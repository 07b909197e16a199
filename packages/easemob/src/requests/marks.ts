import type { ConversationId, MessageId, MessageRef, Op, ReceiptTarget } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { newLocalId } from '../localIds.ts'
import { positionOf } from '../positions.ts'
import type { RequestContext } from './context.ts'
import { target } from './target.ts'

/** My read marks: message by message, or on a conversation as a whole. */
export const marks = ({ self, known, ask }: RequestContext) => {
  const markOne = (conversation: ConversationId, id: MessageId, content: string | undefined, op?: Op): Promise<unknown> => {
    const author = known.find(id)?.from
    const place = placeOf(conversation)
    return ask(
      connection =>
        connection.send({
          ...place,
          type: 'read',
          id: newLocalId(),
          ackId: id,
          ...(conversationKind(conversation) === 'direct' && author !== undefined && { to: author }),
          ...(content !== undefined && { ackContent: content }),
        }),
      op,
    )
  }

  const markWhole = (conversation: ConversationId, op?: Op): Promise<unknown> =>
    ask(connection => connection.send({ ...placeOf(conversation), type: 'channel', id: newLocalId() }), op)

  /** The messages of others that a mark through a position leaves unread: Easemob's mark on the whole would take them along. */
  const upTo = (conversation: ConversationId, through: string | undefined): readonly MessageId[] | 'whole' => {
    if (through === undefined) return 'whole'
    const others = known.others(conversation, self)
    const below = others.filter(id => (positionOf(id) ?? '') <= through)
    return below.length === others.length ? 'whole' : below
  }

  return {
    async markRead(
      conversation: ConversationId,
      marked: ReceiptTarget,
      { content, ...op }: Op & { readonly content?: string } = {},
    ): Promise<void> {
      if ('upTo' in marked) throw chatError('unsupported', { message: 'Easemob takes marks on messages one by one, or on all.' })
      const ids = 'exactly' in marked ? named(conversation, marked.exactly) : upTo(conversation, marked.through)
      if (ids === 'whole') await markWhole(conversation, op)
      else await Promise.all(ids.map(id => markOne(conversation, id, content, op)))
    },
  }

  function named(conversation: ConversationId, refs: readonly MessageRef[]): readonly MessageId[] {
    return refs.map(ref => target(known, { ...ref, conversation }).id)
  }
}
