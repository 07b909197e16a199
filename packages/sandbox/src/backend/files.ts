import type { Attachment, Body } from '@parlance/core'
import { attachmentOf, chatError } from '@parlance/core'
import type { Policy } from './policy.ts'
import { sha256, sha256Text } from './sha256.ts'

export interface StoredFile {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly name: string
}

export interface UploadPart {
  /** Who uploads, and what he calls the upload. */
  readonly key: string
  readonly offset: number
  readonly bytes: Uint8Array
  readonly last: boolean
  readonly name: string
  readonly mime: string
}

/** What was uploaded, and what is being uploaded. */
export interface Files {
  /** Takes a part; the last one gives the attachment, however often it comes. */
  take(part: UploadPart): Attachment | null
  get(id: string): StoredFile | undefined
  /** A message came to show `now` in place of `before`: a file that no message shows any more goes. */
  shown(before: Body | undefined, now: Body | undefined): void
  dispose(): void
}

interface Upload {
  readonly parts: Uint8Array[]
  size: number
  done: Attachment | undefined
}

interface Kept {
  readonly id: string
  readonly file: StoredFile
  readonly url: string
  readonly release: () => void
  messages: number
}

/** Uploads under way or just done that are remembered; the oldest go first. */
const MAX_UPLOADS = 256

export const createFiles = (policy: () => Policy, seed: string): Files => {
  const uploads = new Map<string, Upload>()
  const kept = new Map<string, Kept>()
  const byUrl = new Map<string, Kept>()
  let count = 0

  const keep = (file: StoredFile): Kept => {
    const id = sha256Text(JSON.stringify([seed, 'file', ++count])).slice(0, 32)
    const { fileUrl } = policy()
    const url = fileUrl?.(id, file.name) ?? URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.mime }))
    const release = (): void => {
      if (fileUrl === undefined) URL.revokeObjectURL(url)
    }
    const made: Kept = { id, file, url, release, messages: 0 }
    kept.set(id, made)
    byUrl.set(url, made)
    return made
  }

  const forget = (file: Kept): void => {
    kept.delete(file.id)
    byUrl.delete(file.url)
    file.release()
  }

  const uploadOf = (key: string): Upload => {
    const there = uploads.get(key)
    if (there !== undefined) return there
    const made: Upload = { parts: [], size: 0, done: undefined }
    uploads.set(key, made)
    for (const oldest of uploads.keys()) if (uploads.size > MAX_UPLOADS) uploads.delete(oldest)
    return made
  }

  return {
    take({ key, offset, bytes, last, name, mime }) {
      const limit = policy().capabilities.attachments?.maxBytes
      if (limit === undefined) throw chatError('unsupported', { message: 'This backend takes no files.' })
      const upload = uploadOf(key)
      if (upload.done !== undefined) return upload.done
      if (offset > upload.size) throw chatError('invalid', { path: 'offset', message: `The part at ${upload.size} is missing.` })
      if (offset + bytes.length > limit) {
        uploads.delete(key)
        throw chatError('tooLarge', { limit, message: `A file may have ${limit} bytes.` })
      }
      // A part that came already is one whose answer was lost.
      if (offset === upload.size) {
        upload.parts.push(bytes)
        upload.size += bytes.length
      }
      if (!last) return null
      const whole = new Uint8Array(upload.size)
      let at = 0
      for (const part of upload.parts) {
        whole.set(part, at)
        at += part.length
      }
      upload.parts.length = 0
      const { url } = keep({ bytes: whole, mime, name })
      upload.done = { name, mime, size: whole.length, url, digest: sha256(whole) }
      return upload.done
    },
    get: id => kept.get(id)?.file,
    shown(before, now) {
      const after = fileOf(now)
      if (after !== undefined) after.messages++
      const gone = fileOf(before)
      if (gone !== undefined && --gone.messages === 0) forget(gone)
    },
    dispose() {
      for (const file of [...kept.values()]) forget(file)
      uploads.clear()
    },
  }

  function fileOf(body: Body | undefined): Kept | undefined {
    const url = body === undefined ? undefined : attachmentOf(body)?.url
    return url === undefined ? undefined : byUrl.get(url)
  }
}
