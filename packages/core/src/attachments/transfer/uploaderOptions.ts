import type { Attachment } from '../../model/body.ts'
import type { UploadRequest } from '../../protocol/transport.ts'
import type { Given, Pairs } from './given.ts'
import type { TransferOptions } from './transfer.ts'

/** How files are posted to a store: as one field of a form. Functions are asked anew for each attempt, so that tokens may be fresh. */
export interface UploaderOptions extends TransferOptions {
  /** Where to. */
  readonly url: Given<[UploadRequest], string>
  /** The field that holds the file; default `file`. */
  readonly field?: string
  readonly headers?: Given<[UploadRequest], Pairs>
  /** More fields of the form, ahead of the file. */
  readonly fields?: Given<[UploadRequest], Pairs>
  /**
   * Where the file is now, of the JSON that the store answered with. Default: that is an attachment itself, `{ url, digest? }`.
   * What this throws is a `protocol` error.
   * @example answer: told => ({ url: v.parse(Uploaded, told).entities[0].uri })
   */
  readonly answer?: (told: unknown, request: UploadRequest) => Partial<Attachment>
}
