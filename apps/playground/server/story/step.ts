import type { ConversationId, JsonObject, LocationBody, UserId } from '@parlance/core'

/** Something that somebody did some minutes ago. */
export interface Step {
  readonly ago: number
  readonly by: UserId
  /** As `by` calls it. */
  readonly in: ConversationId
  readonly do: Deed
}

export type Deed =
  | {
      readonly say: string
      readonly countsReaders?: boolean
      /** Beginning of the text that it answers. */
      readonly answers?: string
      /** Whose words they were first. */
      readonly firstBy?: UserId
    }
  | { readonly show: 'lake' }
  | { readonly place: Omit<LocationBody, 'type'> }
  | { readonly poll: JsonObject }
  /** `to`, `pin`: beginning of a text that is there. */
  | { readonly react: string; readonly to: string }
  | { readonly pin: string }
  /** The group has this title now. */
  | { readonly title: string }
  /** The newest message there becomes this. */
  | { readonly edit: string }
  /** The newest message there goes. */
  | { readonly recall: true }
  | { readonly read: true }
  | { readonly set: { readonly pinned?: number; readonly silenced?: boolean; readonly markedUnread?: boolean } }
