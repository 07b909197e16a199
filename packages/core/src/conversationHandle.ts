import type { Sequence } from './collections/sequence.ts'
import type { Beside } from './model/beside.ts'
import type { Body } from './model/body.ts'
import type { Conversation, ConversationAbilities, ConversationSettings, Draft, HistoryState } from './model/conversation.ts'
import type { ConversationId, MessageId, MessageKey, UserId } from './model/ids.ts'
import type { Message } from './model/message.ts'
import type { Outcome } from './model/outcome.ts'
import type { PinnedMessage } from './model/pin.ts'
import type { Readable } from './model/readable.ts'
import type { Page, Reader } from './model/receipts.ts'
import type { SearchOptions } from './model/searchOptions.ts'
import type { TimelineItem } from './model/timelineItem.ts'
import type { ConversationUnread } from './model/unread.ts'

/** What goes along with a body. */
export type SendOptions = Beside

/**
 * One conversation: its state as Readables, its commands as functions that may be destructured. The same object for the same
 * id while it is subscribed to, open or referenced. Expected failures of commands are `{ ok: false, error }`, and stand in the state too.
 * @example
 * const talk = chat.conversation(group('42'))
 * const close = talk.open()
 * talk.messages.subscribe((messages) => console.log(messages.at(-1)))
 * talk.send('hello')
 */
export interface ConversationHandle {
  readonly id: ConversationId
  readonly info: Readable<Conversation>
  readonly messages: Readable<Sequence<Message>>
  /** Messages, date dividers, gaps and the unread marker. */
  readonly timeline: Readable<Sequence<TimelineItem>>
  readonly unread: Readable<ConversationUnread>
  /** Who is typing; ends by itself after ten seconds. */
  readonly typing: Readable<readonly UserId[]>
  readonly draft: Readable<Draft | undefined>
  readonly history: Readable<HistoryState>
  readonly can: Readable<ConversationAbilities>
  /** What is pinned for all, the latest first. Known once the newest page is loaded, where the backend has pins. */
  readonly pinned: Readable<readonly PinnedMessage[]>

  /** The conversation is shown: loads its newest page, freezes the unread marker. The function it gives back ends that. */
  readonly open: () => () => void
  /** On screen and focused: no alerts. */
  readonly setActive: (active: boolean) => void
  /** Shows the message and queues it, before it returns. A string is a text. What is `invalid` or `tooLarge` stands as `failed` and never leaves. */
  readonly send: (body: Body | string, options?: SendOptions) => MessageKey
  readonly retry: (key: MessageKey) => Promise<Outcome>
  readonly cancel: (key: MessageKey) => Promise<Outcome>
  readonly edit: (key: MessageKey, body: Body | string) => Promise<Outcome>
  readonly recall: (key: MessageKey) => Promise<Outcome>
  /** For me, or for all, as the backend has it. */
  readonly delete: (key: MessageKey) => Promise<Outcome>
  /** Puts an emoji of mine to a message, or takes it away with `false`. Shown at once. */
  readonly react: (key: MessageKey, emoji: string, active?: boolean) => Promise<Outcome>
  /** Pins a message for all of the conversation; `false` unpins. */
  readonly pin: (key: MessageKey, pinned?: boolean) => Promise<Outcome>
  /** Sends here what a message of any conversation says; the value is the new message's key. */
  readonly forward: (key: MessageKey) => Promise<Outcome<MessageKey>>
  /** Up to a message, or all. `content` goes with the receipt where the backend carries it. */
  readonly markRead: (options?: { readonly upTo?: MessageKey; readonly content?: string }) => Promise<Outcome>
  readonly loadOlder: (options?: { readonly count?: number }) => Promise<Outcome>
  readonly loadNewer: (options?: { readonly count?: number }) => Promise<Outcome>
  /** Loads a message and its neighbours. */
  readonly loadAround: (id: MessageId) => Promise<Outcome>
  /** Loads what is missing above this message: the `before` of a gap item. */
  readonly fillGap: (before: MessageKey) => Promise<Outcome>
  /** Messages that fit, newest first, where the backend can search. They are found, not loaded: `loadAround(id)` shows one in its place. */
  readonly search: (query: SearchOptions) => Promise<Outcome<Page<Message>>>
  /** Forgets what is loaded and loads the newest page. */
  readonly reset: () => Promise<Outcome>
  readonly set: (settings: ConversationSettings) => Promise<Outcome>
  /** Tells the others, at most every few seconds; `false` at once. */
  readonly setTyping: (typing: boolean) => void
  readonly setDraft: (draft: Draft | undefined) => void
  /** Who has read a message, page by page. */
  readonly readers: (key: MessageKey, options?: { readonly after?: string }) => Promise<Outcome<Page<Reader>>>
}
