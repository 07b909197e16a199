import type { Body } from './body.ts'
import type { ChatError } from './error.ts'

/** Where one of my messages stands on its way out. `uncertain`: it may or may not have been stored, and nobody knows yet [SND6]. */
export type SendState =
  | { readonly state: 'queued' }
  /** `progress` from 0 to 1, where the uploader tells it. */
  | { readonly state: 'uploading'; readonly progress?: number }
  | { readonly state: 'sending' }
  | { readonly state: 'sent' }
  | { readonly state: 'uncertain' }
  | { readonly state: 'failed'; readonly error: ChatError }

/** The tick of one of my messages. */
export type MessageStatus = SendState['state'] | 'delivered' | 'read'

/** What I asked of a message and the backend hasn't confirmed yet, or refused (`error`). */
export type MessageChange =
  | { readonly change: 'recall'; readonly error?: ChatError }
  | { readonly change: 'delete'; readonly error?: ChatError }
  | { readonly change: 'edit'; readonly body: Body; readonly error?: ChatError }

/** A change of a message that is on its way or was refused; a reaction or a pin only once it was refused. */
export type PendingChange =
  | MessageChange
  | { readonly change: 'react'; readonly emoji: string; readonly error: ChatError }
  | { readonly change: 'pin'; readonly error: ChatError }
