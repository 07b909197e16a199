import { chatError } from '../../model/error.ts'

/** Browsers digest only what is in memory as a whole: a file above this goes without. */
const mostBytes = 256 * 1024 * 1024

/**
 * SHA-256 of a file in lower-case hex; `undefined` where it can't be computed: on a page that isn't served securely, or of a file
 * that is very large. Rejects with `invalid` if the file can't be read any more.
 */
export const sha256 = async (file: Blob): Promise<string | undefined> => {
  if (!('subtle' in crypto) || file.size > mostBytes) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await bytesOf(file))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

const bytesOf = async (file: Blob): Promise<ArrayBuffer> => {
  try {
    return await file.arrayBuffer()
  } catch (cause) {
    throw chatError('invalid', { cause, message: 'The file can not be read any more.' })
  }
}
