import type { AttachmentBody } from '../../model/body.ts'
import type { ChatError } from '../../model/error.ts'

interface Staged {
  /** What a list uses, and what takes it away. */
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Media type. */
  readonly mime: string
  /** Shows it, where it can be shown: an object URL that is good while it is staged, or a path. */
  readonly preview?: string
}

/** A file that is about to be sent. */
export type StagedAttachment =
  /** It is being looked at. */
  | (Staged & { readonly state: 'reading' })
  | (Staged & { readonly state: 'ready'; readonly body: AttachmentBody })
  /** It can't be sent: `send` would fail with this error. */
  | (Staged & { readonly state: 'invalid'; readonly error: ChatError })
