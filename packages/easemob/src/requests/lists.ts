import type { ConversationEntry, ConversationId, ConversationPage, ConversationSettings, Json, Op, Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import { conversationAt, placeOf } from '../conversations.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import type { WithParts } from '../part.ts'
import { said } from '../said.ts'
import { amountOf, listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { MOST_PER_PAGE, pageSizeOf } from './histories.ts'

/** So many pages of the list are read to find some conversations in it. */
const MOST_PAGES = 20

/** The list of conversations, and what I change about them. */
export const lists = ({ self, known, ask, parts }: RequestContext & WithParts) => {
  const entryOf = (value: unknown): readonly ConversationEntry[] => {
    const raw = rawOf(value)
    const { conversationId, conversationType, lastMessage, unReadCount: count, isPinned, pinnedTime } = raw
    const id = conversationAt(conversationType, textOf(conversationId))
    if (id === undefined) return []
    known.meet(id)
    const message = messageFromSdk({ ...rawOf(lastMessage), chatType: conversationType }, self)
    const last = message?.conversation === id ? message : undefined
    const asOf = last?.position
    // With nothing unread my mark is at the last message, or that one would be taken for unread.
    const unread = typeof count === 'number' ? said({ count, asOf, mark: count > 0 ? undefined : asOf }) : undefined
    // The later pinned stands higher.
    const entry = said({ id, last, unread, activity: last?.sentAt, pinned: isPinned ? (amountOf(pinnedTime) ?? 1) : 0 })
    return [parts.reduce<ConversationEntry>((before, { listed }) => ({ ...before, ...listed?.(raw) }), entry)]
  }

  const page = async (count: number, cursor: Json | undefined, op?: Op): Promise<ConversationPage> => {
    const asked = { pageSize: pageSizeOf(count), cursor: afterIn(cursor) }
    const { data } = rawOf(await ask(connection => connection.getServerConversations(asked), op))
    const { conversations, cursor: told } = rawOf(data)
    const after = textOf(told)
    return said({ entries: listOf(conversations).flatMap(entryOf), next: after ? { after } : undefined })
  }

  const some = async (wanted: readonly ConversationId[], op?: Op): Promise<ConversationPage> => {
    const entries: ConversationEntry[] = []
    let cursor: Json | undefined
    let read = 0
    do {
      const found = await page(MOST_PER_PAGE, cursor, op)
      entries.push(...found.entries.filter(({ id }) => wanted.includes(id)))
      cursor = found.next
    } while (cursor !== undefined && entries.length < wanted.length && ++read < MOST_PAGES)
    return { entries }
  }

  /** Rooms are in no list. */
  const listed = (conversation: ConversationId) => {
    const { chatType, to } = placeOf(conversation)
    if (chatType === 'chatRoom') throw chatError('unsupported')
    return { chatType, to }
  }

  return {
    conversations(
      { count, cursor, only }: { readonly count: number; readonly cursor?: Json; readonly only?: readonly ConversationId[] },
      op?: Op,
    ): Promise<ConversationPage> {
      return only ? some(only, op) : page(count, cursor, op)
    },

    async setConversation(conversation: ConversationId, settings: ConversationSettings, op?: Op): Promise<{ readonly pinned?: number }> {
      const { pinned } = settings
      if (pinned === undefined) throw chatError('unsupported')
      const { chatType, to } = listed(conversation)
      const isPinned = pinned > 0
      const { data } = rawOf(
        await ask(connection => connection.pinConversation({ conversationId: to, conversationType: chatType, isPinned }), op),
      )
      return { pinned: amountOf(rawOf(data)['pinnedTime']) ?? pinned }
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

const afterIn = (cursor: Json = { after: '' }): string => {
  const { after } = rawOf(cursor)
  if (typeof after !== 'string') throw chatError('invalid', { path: 'cursor' })
  return after
}
