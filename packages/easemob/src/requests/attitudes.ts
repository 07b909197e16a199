import type { Ack, MessageRef, Op, Page, Reader } from '@parlance/core'
import { chatError, conversationKind, conversationName } from '@parlance/core'
import { placeOf, userOf } from '../conversations.ts'
import { said } from '../said.ts'
import { rawOf, textsOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { target } from './target.ts'

/** What people put to messages: emoji, pins, and that they have read them. */
export const attitudes = ({ known, ask }: RequestContext) => ({
  async react(ref: MessageRef, { emoji, active }: { readonly emoji: string; readonly active: boolean }, op?: Op): Promise<Ack> {
    const { id } = target(known, ref)
    const change = { messageId: id, reaction: emoji }
    await ask(connection => (active ? connection.addReaction(change) : connection.deleteReaction(change)), op).catch((thrown: unknown) => {
      // It is there already.
      if (!(active && rawOf(thrown)['code'] === 'conflict')) throw thrown
    })
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
    if (conversationKind(conversation) !== 'group') throw chatError('unsupported')
    const query = { msgId: id, groupId: conversationName(conversation) }
    const { data } = rawOf(await ask(connection => connection.getGroupMsgReadUser(query), op))
    const users = textsOf(rawOf(data)['userlist'])
    const begin = Number(after ?? 0)
    const end = begin + count
    return said({
      items: users.slice(begin, end).map(user => ({ user: userOf(user) })),
      next: end < users.length ? String(end) : undefined,
    })
  },
})
