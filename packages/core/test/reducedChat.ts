import type { Capabilities } from '../src/protocol/capabilities.ts'
import type { ChatState } from '../src/reduce/chatState.ts'
import { blockedUsers } from '../src/select/blockedUsers.ts'
import { noConversations } from '../src/select/conversationList.ts'
import { conversationView, historyView, isListed } from '../src/select/conversationView.ts'
import { messageView } from '../src/select/messageView.ts'
import { receiptsView } from '../src/select/receiptsView.ts'
import { isAtLive } from '../src/select/unread.ts'
import type { ConversationState } from '../src/state/conversationState.ts'
import { isVisible, type MessageRecord } from '../src/state/messageRecord.ts'
import type { FoldedChat, FoldedConversation, FoldedMessage } from '../src/testing/fold/foldedChat.ts'

/** A backend that can tell everything, so that nothing known is held back. */
const capabilities: Capabilities = {
  ack: 'stored',
  dedupe: 'always',
  localIdVisible: true,
  refusalAfterAck: true,
  reconnects: 'core',
  order: 'late',
  ids: 'global',
  delivered: 'auto',
  read: { direct: { upTo: true, exactly: true, whole: true }, group: { upTo: true, exactly: true, whole: true } },
  readCount: 'everyMessage',
  readers: true,
  recall: { mode: 'server', enforced: true },
  history: { backward: true, forward: true, around: true, maxPage: 50, returns: 'original', includes: [] },
  resume: false,
  ownEcho: true,
  conversationList: true,
  unread: 'list',
  removal: 'withHistory',
  deletion: 'forMe',
  ephemeral: true,
  maxMessageBytes: 65_536,
  settings: [],
  serverTime: true,
}

/** What the real reducer's state shows, in the words of the fold. */
export const reducedChat = (state: ChatState): FoldedChat => {
  const slices = [...state.conversations()]
  const listed = slices.filter(isListed)
  const list = noConversations.setAll(
    listed.map(slice => {
      const conversation = conversationView(slice, state.self)
      const { pinned, activity = Number.NEGATIVE_INFINITY, id } = conversation
      return { conversation, rank: { pinned, sending: slice.sends.last()?.order ?? 0, activity, id } }
    }),
  )
  const { unread, inexact } = list.summary
  return {
    conversations: new Map(slices.map(slice => [slice.id, conversationOf(slice, state)])),
    list: [...list.range()].map(({ conversation }) => conversation.id),
    totalUnread: { count: unread, exact: inexact === 0 },
    blocklist: blockedUsers(state.blocklist),
    memberships: slices
      .flatMap(({ members }) => [...members.range()].map(({ standing }) => standing.value))
      .sort((a, b) => (JSON.stringify([a.conversation, a.user]) < JSON.stringify([b.conversation, b.user]) ? -1 : 1)),
  }
}

const conversationOf = (slice: ConversationState, { self }: ChatState): FoldedConversation => {
  const { id, unread, last, ...line } = conversationView(slice, self)
  const records = [...slice.messages.range()]
  const rows = records.filter(isVisible)
  const preview = rows.find(({ key }) => key === last?.key)
  return {
    ...line,
    id,
    messages: rows.map(record => messageOf(slice, record)),
    gaps: records.flatMap(({ gapBefore, position }) => (gapBefore && position !== undefined ? [position] : [])),
    hasOlder: historyView(slice).hasOlder,
    atLive: isAtLive(slice),
    unread: { count: unread.count, exact: unread.exact },
    mentions: unread.mentions,
    markedUnread: unread.marked,
    pins: [...slice.pins].flatMap(({ id: pinned, pin }) => (pin.value.pinned ? [pinned] : [])),
    listed: isListed(slice),
    ...(preview !== undefined && { preview: messageOf(slice, preview) }),
  }
}

const messageOf = (slice: ConversationState, record: MessageRecord): FoldedMessage => {
  const { mine, send, ...shown } = messageView(record)
  const receipts = receiptsView(slice, record, capabilities)
  const { localId, from, position, sentAt, to, replyTo, wantsReadCount, body, ext, edited, recalled, reactions } = shown
  return {
    ids: record.ids,
    from,
    sentAt,
    ...(localId !== undefined && { localId }),
    ...(position !== undefined && { position }),
    ...(to !== undefined && { to }),
    ...(replyTo !== undefined && { replyTo }),
    ...(wantsReadCount !== undefined && { wantsReadCount }),
    ...(body !== undefined && { body }),
    ...(ext !== undefined && { ext }),
    ...(edited !== undefined && { edited }),
    ...(recalled !== undefined && { recalled }),
    ...(reactions && { reactions: reactions.map(({ emoji, users }) => ({ emoji, users: [...users].sort() })) }),
    ...(send !== undefined && { send: send.state === 'failed' ? `failed:${send.error.code}` : send.state }),
    ...(mine && receipts !== undefined && { receipts: receiptsOf(receipts) }),
  }
}

const receiptsOf = ({ delivered = 0, read = 0, of, readers }: NonNullable<ReturnType<typeof receiptsView>>) => ({
  delivered,
  read,
  readers,
  ...(of !== undefined && { of }),
})
