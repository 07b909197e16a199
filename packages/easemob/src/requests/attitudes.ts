import type { Ack, MessageRef, Op, Page, Reader } from '@parlance/core'
import { chatError, conversationKind, conversationName } from '@parlance/core'
import { placeOf, userOf } from '../conversations.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { target } from './target.ts'

/** What people put to messages: emoji, pins, and that they have read them. */
export const attitudes = ({ known, ask }: RequestContext) => ({
  async react(ref: MessageRef, { emoji, active }: { readonly emoji: string; readonly active: boolean }, op?: Op): Promise<Ack> {
    const { id } = target(known, ref)
    const change = { messageId: id, reaction: emoji }
    try {
      await ask(connection => (active ? connection.addReaction(change) : connection.deleteReaction(change)), op)
    } catch (thrown) {
      // It is there already.
      if (!(active && rawOf(thrown)['code'] === 'conflict')) throw thrown
    }
    return { id }
  },

  async pin(ref: MessageRef, pinned: boolean, op?: Op): Promise<Ack> {
    const { id, conversation } = target(known, ref)
    const { chatType: conversationType, to: conversationId } = placeOf(conversation)
    const change = { conversationType, conversationId, messageId: id }
    await ask(connection => (pinned ? connection.pinMessage(change) : connection.unpinMessage(change)), op)
    return { id }
  },

  /** Easemob names the first 500 at once, and no more. */
  async readers(ref: MessageRef, { after, count }: { readonly after?: string; readonly count: number }, op?: Op): Promise<Page<Reader>> {
    const { id, conversation } = target(known, ref)
    if (conversationKind(conversation) !== 'group') throw chatError('unsupported', { message: 'Only group messages have a list of readers.' })
    const result = await ask(
      connection => connection.getGroupMsgReadUser({ msgId: id, groupId: conversationName(conversation) }),
      op,
    )
    const users = listOf(rawOf(rawOf(result)['data'])['userlist']).flatMap(user => textOf(user) ?? [])
    const begin = Number(after ?? 0)
    const end = begin + count
    return { items: users.slice(begin, end).map(user => ({ user: userOf(user) })), ...(end < users.length && { next: String(end) }) }
  },
})
