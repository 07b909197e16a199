import type { SendOptions } from '../../conversationHandle.ts'
import type { AttachmentBody, LocalFile, TextBody } from '../../model/body.ts'
import type { MessageKey } from '../../model/ids.ts'
import type { Readable } from '../../model/readable.ts'
import type { StagedAttachment } from './stagedAttachment.ts'

export interface AddOptions {
  /** `file`: send it as it is, whatever it is. Default: as what it shows. */
  readonly as?: 'file'
}

/** What goes along with the files. All of it counts for each message, except `replyTo`, which is the first one's. */
export interface SendAllOptions extends SendOptions {
  /** Words, sent before the files as a message of their own; blank ones aren't. */
  readonly text?: string | TextBody
}

/**
 * Files that are about to be sent to one conversation. They stay until they are sent or taken away, whether or not anybody shows
 * them, as a draft does.
 */
export interface StagedAttachments {
  /** In the order in which they were added, and will be sent. */
  readonly items: Readable<readonly StagedAttachment[]>
  /** Files are looked at and checked as `send` would; a body is taken as it is. */
  readonly add: (files: Iterable<LocalFile | AttachmentBody>, options?: AddOptions) => void
  readonly remove: (id: string) => void
  readonly clear: () => void
  /**
   * Sends the words and what can be sent; what is invalid stays. What is still being looked at goes as what its media type says.
   * The keys of the messages, in order.
   */
  readonly sendAll: (options?: SendAllOptions) => readonly MessageKey[]
}
