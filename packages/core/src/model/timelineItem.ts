import type { ChatError } from './error.ts'
import type { MessageKey } from './ids.ts'
import type { Message } from './message.ts'

/** A row of a timeline. `key` is unique within it and stays the same while the row means the same. */
export type TimelineItem =
  | { readonly type: 'message'; readonly key: string; readonly message: Message }
  /** The first message below is of another day. `day` is `YYYY-MM-DD` in the chat's time zone. */
  | { readonly type: 'date'; readonly key: string; readonly day: string }
  /** Messages are missing here; `talk.fillGap(before)` loads them. */
  | {
      readonly type: 'gap'
      readonly key: string
      /** The message right below the gap. */
      readonly before: MessageKey
      readonly fillable: boolean
      readonly filling: boolean
      readonly error?: ChatError
    }
  /** What follows was unread when the conversation was opened. */
  | { readonly type: 'unread'; readonly key: string }
