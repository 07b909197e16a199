import { attachmentOf, isBlob, withAttachment, type Body, type LocalFile } from '../model/body.ts'
import type { MessageKey } from '../model/ids.ts'

/** Object URLs that show a file before it is uploaded. Each holds its file in memory until it is released [SND7]. */
export interface Previews {
  /** The body with something to show, where object URLs can be made. */
  readonly give: (key: MessageKey, body: Body) => Body
  readonly release: (key: MessageKey) => void
  /** Releases what is no longer wanted. */
  readonly sweep: (isWanted: (key: MessageKey) => boolean) => void
}

export const createPreviews = (disposed: AbortSignal): Previews => {
  const urls = new Map<MessageKey, string>()

  const release = (key: MessageKey): void => {
    const url = urls.get(key)
    if (url === undefined) return
    urls.delete(key)
    URL.revokeObjectURL(url)
  }

  const sweep: Previews['sweep'] = isWanted => {
    for (const key of [...urls.keys()]) if (!isWanted(key)) release(key)
  }

  disposed.addEventListener('abort', () => sweep(() => false), { once: true })
  return {
    give: (key, body) => {
      const attachment = attachmentOf(body)
      if (attachment === undefined || (attachment.file === undefined && attachment.preview === undefined)) return body
      const preview = attachment.preview ?? (attachment.file && createObjectUrl(attachment.file))
      if (preview === undefined) return body
      if (urls.get(key) !== preview) release(key)
      if (preview.startsWith('blob:')) urls.set(key, preview)
      return withAttachment(body, { ...attachment, preview })
    },
    release,
    sweep,
  }
}

/** A file known by its path is shown by its path. */
const createObjectUrl = (file: LocalFile): string | undefined =>
  isBlob(file) && typeof URL.createObjectURL === 'function' ? URL.createObjectURL(file) : undefined
