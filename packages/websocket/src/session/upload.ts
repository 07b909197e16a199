import type { Attachment, Clock, Op, ProgressOp, UploadRequest } from '@parlance/core'
import { chatError } from '@parlance/core'
import { base64 } from './base64.ts'
import type { PendingRequests } from './requests.ts'

/** Most bytes of one part, and what a frame has around its base64. */
const PART = 256 * 1024
const AROUND = 4096

export interface UploadOptions {
  readonly requests: PendingRequests
  readonly newId: () => string
  readonly clock: Clock
  /** Most bytes of a file; absent: the server takes none, or doesn't say. */
  readonly maxBytes: () => number | undefined
}

type Upload = (request: UploadRequest, op?: ProgressOp) => Promise<Attachment>

/** Sends a file part by part, each after the one before was stored. */
export const createUpload =
  ({ requests, newId, clock, maxBytes }: UploadOptions): Upload =>
  async ({ conversation, file, name, mime }, op = {}) => {
    if (!(file instanceof Blob))
      throw chatError('unsupported', {
        path: 'file',
        message: 'This transport sends Blobs: give the chat an uploader for files with a path.',
      })
    const limit = maxBytes()
    if (limit !== undefined && file.size > limit) throw chatError('tooLarge', { limit })
    const size = Math.min(PART, Math.max(1, Math.floor(((requests.maxFrameBytes ?? Infinity) - AROUND) * 0.75)))
    const upload = newId()
    const until = op.timeoutMs === undefined ? undefined : clock.now() + op.timeoutMs
    const partOp = (): Op => ({
      ...(op.signal !== undefined && { signal: op.signal }),
      ...(until !== undefined && { timeoutMs: Math.max(0, until - clock.now()) }),
    })

    for (let offset = 0; ; offset += size) {
      const end = Math.min(offset + size, file.size)
      const last = end === file.size
      const bytes = base64(await bytesOf(file.slice(offset, end)))
      const stored = await requests.request('uploadPart', { conversation, upload, offset, bytes, last, name, mime }, partOp())
      op.onProgress?.(file.size === 0 ? 1 : end / file.size)
      if (!last) continue
      if (stored === null)
        throw chatError('protocol', { effect: 'maybe', message: 'The server took the file and did not say where it is.' })
      return withDigest(stored, await digestOf(file))
    }
  }

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (cause) {
    throw chatError('invalid', { cause, message: 'The file can not be read any more.' })
  }
}

/** SHA-256 in hex; nothing where there is no `crypto.subtle` (a page that isn't served securely). */
const digestOf = async (file: Blob): Promise<string | undefined> => {
  if (!('subtle' in crypto)) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await bytesOf(file))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

const withDigest = (stored: Attachment, digest: string | undefined): Attachment => {
  if (digest === undefined) return stored
  if (stored.digest !== undefined && stored.digest !== digest) {
    throw chatError('protocol', { effect: 'maybe', message: 'The server stored other bytes than were sent.' })
  }
  return { ...stored, digest }
}
