import type { MessageKey } from '@parlance/core'
import type { DownloadState, FileDownload } from '@parlance/core/attachments'
import { downloadOf } from '@parlance/core/attachments'
import { useMemo } from 'react'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'
import { useReadable } from '../useReadable.ts'

/** What `useDownload` takes last. */
export interface DownloadOption extends ChatOption {
  /** Fetches the file while this is mounted; default: only when `start` is called. */
  readonly eager?: boolean | undefined
}

/** How far a message's file is, and what fetches it. */
export type DownloadView = DownloadState & Pick<FileDownload, 'start' | 'cancel'>

/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const file = useDownload(key, { eager: true })
 * return file.state === 'ready' ? <img src={file.url} alt="" /> : <Placeholder />
 */
export const useDownload = (key: MessageKey | undefined, options: DownloadOption = {}): DownloadView => {
  const chat = useChat(options)
  const { eager = false } = options
  const { state, start, cancel } = useMemo(() => downloadOf(chat, key, eager), [chat, key, eager])
  const now = useReadable(state)
  return useMemo(() => ({ ...now, start, cancel }), [now, start, cancel])
}
