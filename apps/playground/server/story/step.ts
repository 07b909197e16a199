import type { ConversationId, UserId } from '@parlance/core'

/** Something that somebody did some minutes ago. */
export interface Step {
  readonly ago: number
  readonly by: UserId
  /** As `by` calls it. */
  readonly in: ConversationId
  readonly do: Deed
}

export type Deed =
  | { readonly say: string; readonly countsReaders?: boolean }
  | { readonly show: 'lake' }
  /** The newest message there becomes this. */
  | { readonly edit: string }
  /** The newest message there goes. */
  | { readonly recall: true }
  | { readonly read: true }
  | { readonly set: { readonly pinned?: number; readonly silenced?: boolean; readonly markedUnread?: boolean } }
