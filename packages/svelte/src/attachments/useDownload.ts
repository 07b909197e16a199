import type { ChatError, MessageKey } from '@parlance/core'
import type { DownloadState, FileDownload } from '@parlance/core/attachments'
import { downloadOf } from '@parlance/core/attachments'
import { fromReadable } from '../fromReadable.ts'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'

/** What `useDownload` takes last. */
export interface DownloadOption extends ChatOption {
  /** Fetches the file while a template shows it; default: only when `start` is called. */
  readonly eager?: boolean | undefined
}

/** How far a message's file is, as getters, and what fetches it. */
export interface DownloadView extends Pick<FileDownload, 'start' | 'cancel'> {
  readonly state: DownloadState['state']
  /** From 0 to 1, while it is on its way and somebody tells. */
  readonly progress: number | undefined
  /** Once it is here. */
  readonly url: string | undefined
  readonly error: ChatError | undefined
}

/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const file = useDownload(() => message.key, { eager: true })
 */
export const useDownload = (key: () => MessageKey | undefined, options: DownloadOption = {}): DownloadView => {
  const chat = useChat(options)
  const { eager = false } = options
  const download = (): FileDownload => downloadOf(chat.current, key(), eager)
  const now = fromReadable(() => download().state)
  return {
    get state() {
      return now.current.state
    },
    get progress() {
      return now.current.state === 'loading' ? now.current.progress : undefined
    },
    get url() {
      return now.current.state === 'ready' ? now.current.url : undefined
    },
    get error() {
      return now.current.state === 'failed' ? now.current.error : undefined
    },
    start: () => download().start(),
    cancel: () => download().cancel(),
  }
}
