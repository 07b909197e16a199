import { constantReadable } from '../../binding/constantReadable.ts'
import type { Chat } from '../../chat.ts'
import { misuse } from '../../misuse.ts'
import type { MessageKey } from '../../model/ids.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Readable } from '../../model/readable.ts'
import { downloads } from '../downloads/downloads.ts'
import { idle, type DownloadState } from '../downloads/downloadState.ts'

/** The file of one message, as a component shows it. */
export interface FileDownload {
  readonly state: Readable<DownloadState>
  /** Fetches it, or again if that failed. */
  readonly start: () => Promise<Outcome<string>>
  /** Stops what is on its way. */
  readonly cancel: () => void
}

/** The file of a message; none where the key is `undefined`. `eager`: it is fetched while somebody watches. */
export const downloadOf = (chat: Chat, key: MessageKey | undefined, eager: boolean): FileDownload => {
  if (key === undefined) return noDownload
  const files = downloads(chat)
  return {
    state: eager ? files.shown(key) : files.of(key),
    start: () => files.start(key),
    cancel: () => files.cancel(key),
  }
}

const noMessage = (): never => misuse('No message is selected: its key is undefined. Give useDownload a key before you call a command.')

const noDownload: FileDownload = { state: constantReadable(idle), start: noMessage, cancel: noMessage }
