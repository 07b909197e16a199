import type { Conversation, ConversationAbilities, HistoryState } from '../model/conversation.ts'
import { later, START } from '../model/position.ts'
import { covers } from '../model/coverage.ts'
import type { UserId } from '../model/ids.ts'
import type { ConversationUnread } from '../model/unread.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { isVisible, type MessageRecord } from '../state/messageRecord.ts'
import { afterConfirmed, afterOrder, afterPosition } from '../state/messageTree.ts'
import { messageView } from './messageView.ts'
import { isAtLive, unreadMentions, unreadOf } from './unread.ts'

/** The line of a conversation in the list. */
export const conversationView = (slice: ConversationState, self: UserId): Conversation => {
  const last = lastVisible(slice)
  const { settings } = slice
  return {
    id: slice.id,
    ...(slice.title && { title: slice.title.value }),
    ...(slice.avatar && { avatar: slice.avatar.value }),
    ...(last && { last: messageView(last) }),
    unread: conversationUnread(slice, self),
    pinned: settings?.pinned ?? slice.pinned?.value ?? 0,
    silenced: settings?.silenced ?? slice.silenced?.value ?? false,
    archived: settings?.archived ?? slice.archived?.value ?? false,
    ...(slice.activity !== undefined && { activity: slice.activity }),
    ...(slice.memberCount && { members: slice.memberCount.value }),
  }
}

export const conversationUnread = (slice: ConversationState, self: UserId): ConversationUnread => ({
  ...unreadOf(slice, self),
  synced: slice.markSynced,
  mentions: unreadMentions(slice, self),
  marked: slice.settings?.markedUnread ?? (slice.markedUnread?.value === true && slice.markedUnread.seq > slice.ownReadSeq),
})

/** The preview: the last row, a tombstone too, a command never [CNV4]. */
const lastVisible = ({ messages }: ConversationState): MessageRecord | undefined => {
  const last = messages.last()
  if (last === undefined || isVisible(last)) return last
  return messages.seek(messages.summary.messages - 1, stretch => stretch.messages)?.item
}

/** Whether it is in the list: it was listed or has something to show, and wasn't removed since [CNV1, CNV3]. */
export const isListed = (slice: ConversationState): boolean => {
  const { removal, hiddenThrough } = slice
  if (removal === undefined && hiddenThrough === undefined)
    return slice.listedSeq > 0 || slice.mentioned || slice.messages.summary.messages > 0
  const through = later(removal?.through, hiddenThrough?.position) ?? START
  return hasAbove(slice, through, Math.max(removal?.seq ?? 0, hiddenThrough?.seq ?? 0))
}

/** Whether a row is newer than what was removed: by position, or without one by the counter. */
const hasAbove = ({ messages }: ConversationState, position: string, seq: number): boolean =>
  messages.summarize(afterPosition(position), afterConfirmed).messages > 0 || messages.summarize(afterOrder(seq), undefined).messages > 0

export const historyView = (slice: ConversationState): HistoryState => {
  const oldest = slice.messages.first()?.position
  const { state, error } = slice.history
  return {
    state,
    hasOlder: oldest === undefined ? !(slice.coverage[0]?.from === START) : !covers(slice.coverage, START, oldest),
    hasNewer: !isAtLive(slice),
    ...(error !== undefined && { error }),
  }
}

export const abilitiesView = (slice: ConversationState, self: UserId): ConversationAbilities => {
  const own = slice.members.get(self)?.standing.value
  if (own !== undefined && own.state !== 'member') return { send: false, reason: 'notMember' }
  if (own?.muted === true) return { send: false, reason: 'muted' }
  return { send: true }
}
