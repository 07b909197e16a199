/** How much of a conversation, or of all, is unread. */
export interface Unread {
  readonly count: number
  /** Whether every message counted, or not counted, is known here; else the backend's number has a part in it. */
  readonly exact: boolean
}

/** The unread of one conversation. */
export interface ConversationUnread extends Unread {
  /** Whether the backend knows my mark; `false` after it refused one. */
  readonly synced: boolean
  /** How many of the unread mention me, or everyone; exact where `exact` is. */
  readonly mentions: number
  /** "Marked unread" by hand: a badge without a number. */
  readonly marked: boolean
}
