import type { Chat } from '../../chat.ts'
import { misuse } from '../../misuse.ts'
import { partOf, type PartContext } from '../../part.ts'
import type { ChatDownloads, DownloadsOptions } from './chatDownloads.ts'
import { createDownloads } from './createDownloads.ts'

const place = (context: PartContext): { readonly context: PartContext; downloads?: ChatDownloads } => ({ context })

/**
 * The downloads of a chat: the same object for the same chat. Options count where it is first asked for, and so belong where the
 * chat is made.
 * @example
 * const files = downloads(chat, { downloader: browserDownloader({ headers, origins: ['https://files.example'] }) })
 * files.shown(key).subscribe(file => {
 *   if (file.state === 'ready') img.src = file.url
 * })
 */
export const downloads = (chat: Chat, options?: DownloadsOptions): ChatDownloads => {
  const part = partOf(chat, place)
  if (part.downloads !== undefined && options !== undefined)
    return misuse('This chat has its downloads already: give downloads(chat, options) its options once, where the chat is made.')
  return (part.downloads ??= createDownloads(chat, part.context, options))
}
