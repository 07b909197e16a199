import type { Attachment, Clock, Op, UploadRequest } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { RequestName, Requests } from '../wire/requests.ts'
import { base64 } from './base64.ts'

/** Bytes of one part. */
const PART = 256 * 1024

type UploadOp = Op & { readonly onProgress?: (share: number) => void }
type Request = <Name extends RequestName>(name: Name, args: Requests[Name]['args'], op?: Op) => Promise<Requests[Name]['answer']>

/** Sends a file part by part. Each part has to be answered within the time an operation has. */
export const createUpload =
  (request: Request, newId: () => string, clock: Clock) =>
  async ({ conversation, file, name, mime }: UploadRequest, op: UploadOp = {}): Promise<Attachment> => {
    const upload = newId()
    const until = op.timeoutMs === undefined ? undefined : clock.now() + op.timeoutMs
    const partOp = (): Op => ({
      ...(op.signal !== undefined && { signal: op.signal }),
      ...(until !== undefined && { timeoutMs: Math.max(0, until - clock.now()) }),
    })

    for (let offset = 0; ; offset += PART) {
      const end = Math.min(offset + PART, file.size)
      const last = end === file.size
      const bytes = base64(await bytesOf(file.slice(offset, end)))
      const stored = await request('uploadPart', { conversation, upload, offset, bytes, last, name, mime }, partOp())
      op.onProgress?.(file.size === 0 ? 1 : end / file.size)
      if (!last) continue
      if (stored === null)
        throw chatError('protocol', { effect: 'maybe', message: 'The server took the file and did not say where it is.' })
      return withDigest(stored, await digestOf(file))
    }
  }

const bytesOf = async (blob: Blob): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (cause) {
    throw chatError('invalid', { cause, message: 'The file can not be read any more.' })
  }
}

/** SHA-256 in hex; nothing where there is no `crypto.subtle` (a page that isn't served securely). */
const digestOf = async (file: Blob): Promise<string | undefined> => {
  if (globalThis.crypto?.subtle === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

const withDigest = (stored: Attachment, digest: string | undefined): Attachment => {
  if (digest === undefined) return stored
  if (stored.digest !== undefined && stored.digest !== digest) {
    throw chatError('protocol', { effect: 'maybe', message: 'The server stored other bytes than were sent.' })
  }
  return { ...stored, digest }
}
