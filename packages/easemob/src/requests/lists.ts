import type { ConversationEntry, ConversationId, ConversationPage, ConversationSettings, Json, Op, Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import { conversationAt, placeOf } from '../conversations.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import { said } from '../said.ts'
import { amountOf, listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { MOST_PER_PAGE, pageSizeOf } from './histories.ts'

/** So many pages of the list are read to find some conversations in it. */
const MOST_PAGES = 20

/** The list of conversations, and what I change about them. */
export const lists = ({ self, known, ask, link }: RequestContext) => {
  const entryOf = (value: unknown): readonly ConversationEntry[] => {
    const { conversationId, conversationType, lastMessage, unReadCount: count, isPinned, pinnedTime } = rawOf(value)
    const id = conversationAt(conversationType, textOf(conversationId))
    if (id === undefined) return []
    known.meet(id)
    const message = messageFromSdk({ ...rawOf(lastMessage), chatType: conversationType }, self)
    const last = message?.conversation === id ? message : undefined
    const unread = typeof count === 'number' ? said({ count, asOf: last?.position }) : undefined
    // The later pinned stands higher.
    return [said({ id, last, unread, activity: last?.sentAt, pinned: isPinned === true ? (amountOf(pinnedTime) ?? 1) : 0 })]
  }

  const page = async (count: number, cursor: string, op?: Op): Promise<ConversationPage> => {
    const pageSize = pageSizeOf(count)
    const { data } = rawOf(await ask(connection => connection.getServerConversations({ pageSize, cursor }), op))
    const after = textOf(rawOf(data)['cursor'])
    return said({ entries: listOf(rawOf(data)['conversations']).flatMap(entryOf), next: after === undefined ? undefined : { after } })
  }

  const some = async (wanted: readonly ConversationId[], op?: Op): Promise<ConversationPage> => {
    const entries: ConversationEntry[] = []
    let after = ''
    for (let read = 0; read < MOST_PAGES && entries.length < wanted.length; read++) {
      const { entries: found, next } = await page(MOST_PER_PAGE, after, op)
      entries.push(...found.filter(({ id }) => wanted.includes(id)))
      if (next === undefined) break
      after = afterOf(next)
    }
    return { entries }
  }

  /** Rooms are in no list. */
  const listed = (conversation: ConversationId) => {
    const { chatType, to } = placeOf(conversation)
    if (chatType === 'chatRoom') throw chatError('unsupported')
    return { chatType, to }
  }

  return {
    async conversations(
      { count, cursor, only }: { readonly count: number; readonly cursor?: Json; readonly only?: readonly ConversationId[] },
      op?: Op,
    ): Promise<ConversationPage> {
      return only === undefined ? page(count, cursor === undefined ? '' : afterOf(cursor), op) : some(only, op)
    },

    async setConversation(conversation: ConversationId, settings: ConversationSettings, op?: Op): Promise<void> {
      const { pinned } = settings
      if (pinned === undefined) throw chatError('unsupported')
      const { chatType, to } = listed(conversation)
      const isPinned = pinned > 0
      const change = { conversationId: to, conversationType: chatType, isPinned }
      const result = await ask(connection => connection.pinConversation(change), op)
      const at = amountOf(rawOf(rawOf(result)['data'])['pinnedTime'])
      link.tell({ type: 'conversation', origin: 'echo', entry: { id: conversation, pinned: isPinned ? (at ?? pinned) : 0 } })
    },

    async removeConversation(
      conversation: ConversationId,
      { withHistory }: { readonly withHistory: boolean },
      op?: Op,
    ): Promise<{ readonly through?: Position }> {
      const { chatType, to } = listed(conversation)
      await ask(connection => connection.deleteConversation({ channel: to, chatType, deleteRoam: withHistory }), op)
      return {}
    },
  }
}

const afterOf = (cursor: Json): string => {
  const { after } = rawOf(cursor)
  if (typeof after !== 'string') throw chatError('invalid', { path: 'cursor' })
  return after
}
