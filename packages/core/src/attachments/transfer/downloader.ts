import type { Attachment, LocalFile } from '../../model/body.ts'
import type { ProgressOp } from '../../protocol/transport.ts'

/**
 * Brings a file here: as a Blob or, where there are none, as a path. Rejects with a `ChatError`: `authExpired`, `forbidden` or
 * `notFound` for what the store doesn't give, `unavailable` where it can't be reached.
 */
export interface Downloader {
  download(attachment: Attachment, op?: ProgressOp): Promise<LocalFile>
}
