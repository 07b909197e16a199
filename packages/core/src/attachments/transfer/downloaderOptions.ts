import type { Attachment } from '../../model/body.ts'
import type { Given, Pairs } from './given.ts'
import type { TransferOptions } from './transfer.ts'

/** Why headers are asked for. `renew`: the store refused what it was shown last time. */
export interface HeadersFor {
  readonly renew: boolean
}

/** Headers of a request for a file, such as a token. */
export interface DownloadHeaders {
  readonly headers: Given<[Attachment, HeadersFor], Pairs>
  /**
   * Whom they may be shown to, as in `https://files.example`. Whoever sends a message chooses its URL, so no other origin sees
   * them; files there are asked for without.
   */
  readonly origins: readonly string[]
}

/** How files are fetched. */
export type DownloaderOptions = TransferOptions & (DownloadHeaders | { readonly headers?: undefined; readonly origins?: undefined })
