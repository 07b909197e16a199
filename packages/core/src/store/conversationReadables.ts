import type { Sequence } from '../collections/sequence.ts'
import type { Conversation, ConversationAbilities, Draft, HistoryState } from '../model/conversation.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { Message } from '../model/message.ts'
import type { PinnedMessage } from '../model/pin.ts'
import type { Readable } from '../model/readable.ts'
import type { TimelineItem } from '../model/timelineItem.ts'
import type { ConversationUnread } from '../model/unread.ts'
import { abilitiesView, conversationUnread, conversationView, historyView } from '../select/conversationView.ts'
import { messagesView } from '../select/messagesView.ts'
import { pinsView } from '../select/pinsView.ts'
import { timelineView, type TimelineParts } from '../select/timelineView.ts'
import type { MessageTree } from '../state/messageTree.ts'
import type { ChatStore } from './chatStore.ts'

/** What can be read of one conversation. */
export interface ConversationReadables {
  readonly info: Readable<Conversation>
  readonly messages: Readable<Sequence<Message>>
  readonly timeline: Readable<Sequence<TimelineItem>>
  readonly unread: Readable<ConversationUnread>
  readonly typing: Readable<readonly UserId[]>
  readonly draft: Readable<Draft | undefined>
  readonly history: Readable<HistoryState>
  readonly can: Readable<ConversationAbilities>
  readonly pinned: Readable<readonly PinnedMessage[]>
}

export interface ConversationReadablesOptions {
  readonly store: ChatStore
  readonly id: ConversationId
  readonly self: UserId
  /** Somebody watches one of them, or nobody does any more. */
  readonly watched: (watched: boolean) => void
}

export const conversationReadables = ({ store, id, self, watched }: ConversationReadablesOptions): ConversationReadables => ({
  info: store.conversationReadable(id, slice => conversationView(slice, self), watched),
  messages: store.conversationReadable(id, messagesOf(store), watched),
  timeline: store.conversationReadable(id, timelineOf(store), watched),
  unread: store.conversationReadable(id, slice => conversationUnread(slice, self), watched),
  typing: store.conversationReadable(id, slice => slice.typing, watched),
  draft: store.conversationReadable(id, slice => slice.draft, watched),
  history: store.conversationReadable(id, historyView, watched),
  can: store.conversationReadable(id, slice => abilitiesView(slice, self), watched),
  pinned: store.conversationReadable(id, pinnedOf(store), watched),
})

type Slice = ReturnType<ChatStore['slice']>

/** A new view only for a new tree. */
const messagesOf = (store: ChatStore): ((slice: Slice) => Sequence<Message>) => {
  let last: { readonly tree: MessageTree; readonly view: Sequence<Message> } | undefined
  return ({ messages }) => {
    if (last?.tree !== messages) last = { tree: messages, view: messagesView(messages, key => store.locate(key)?.record) }
    return last.view
  }
}

/** A new view only for a new tree, marker or state of its gaps. */
const timelineOf = (store: ChatStore): ((slice: Slice) => Sequence<TimelineItem>) => {
  let last: { readonly parts: TimelineParts; readonly view: Sequence<TimelineItem> } | undefined
  const find: TimelineParts['find'] = key => store.locate(key)?.record
  return ({ id, messages, gaps }) => {
    const marker = store.open.marker(id)
    const fillable = store.capabilities.history.backward
    const before = last?.parts
    if (
      last === undefined ||
      before?.messages !== messages ||
      before.marker !== marker ||
      before.gaps !== gaps ||
      before.fillable !== fillable
    ) {
      const parts: TimelineParts = { messages, marker, gaps, fillable, find }
      last = { parts, view: timelineView(parts) }
    }
    return last.view
  }
}

/** Looked at anew only for other pins or another tree. */
const pinnedOf = (store: ChatStore): ((slice: Slice) => readonly PinnedMessage[]) => {
  let last: { readonly pins: Slice['pins']; readonly messages: MessageTree; readonly view: readonly PinnedMessage[] } | undefined
  return ({ id: conversation, pins, messages }) => {
    if (last?.pins !== pins || last.messages !== messages) {
      last = { pins, messages, view: pinsView(pins, id => store.state.find({ conversation, id })?.record) }
    }
    return last.view
  }
}
