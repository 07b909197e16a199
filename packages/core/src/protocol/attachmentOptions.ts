import type { AttachmentRules } from '../model/attachmentRules.ts'
import type { Attachment } from '../model/body.ts'
import type { ProgressOp, UploadRequest } from './transport.ts'

/**
 * Brings a file to where others can fetch it, in place of the transport: to a store of the application's own, or from a mini program.
 * Rejects with a `ChatError`; `contentRejected` for what the store doesn't want.
 */
export interface Uploader {
  upload(request: UploadRequest, op?: ProgressOp): Promise<Attachment>
}

/** What a chat does with files. */
export interface AttachmentOptions {
  /** Default: the transport's own. */
  readonly uploader?: Uploader
  readonly rules?: AttachmentRules
}
