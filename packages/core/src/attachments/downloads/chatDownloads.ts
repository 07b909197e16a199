import type { MessageKey } from '../../model/ids.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Readable } from '../../model/readable.ts'
import type { Downloader } from '../transfer/downloader.ts'
import type { DownloadState } from './downloadState.ts'

export interface DownloadsOptions {
  /** Who fetches files; default: the transport where it can, else `browserDownloader()`. */
  readonly downloader?: Downloader
  /** How many bytes are kept of files that nobody shows; default 64 MiB. */
  readonly maxBytes?: number
  /** For how long, milliseconds; default half an hour. */
  readonly maxAgeMs?: number
}

/**
 * The files of a chat's messages, as this device can show them. Each is fetched once, whoever asks for it, checked against its
 * digest, kept while somebody watches and, within bounds, afterwards; it goes with its message when that is recalled or deleted.
 */
export interface ChatDownloads {
  /** How far the file of a message is. Watching it fetches nothing. */
  readonly of: (key: MessageKey) => Readable<DownloadState>
  /** The same, and fetches it while somebody watches: for pictures in a list. */
  readonly shown: (key: MessageKey) => Readable<DownloadState>
  /** Fetches the file, or again if that failed. The value is its URL, good for as long as somebody watches. */
  readonly start: (key: MessageKey) => Promise<Outcome<string>>
  /** Stops what is on its way. */
  readonly cancel: (key: MessageKey) => void
}
