import { isBlob, type Attachment, type LocalFile } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import { sha256 } from '../transfer/sha256.ts'

/** A file that is here, and can be shown. */
export interface ShownFile {
  readonly url: string
  readonly bytes: number
  readonly release: () => void
}

/**
 * What a browser only paints or plays. Anything else, opened by its object URL, would be a page of this origin, and could run
 * scripts in it: so that is only ever saved.
 */
const painted = /^(image\/(?!svg)|audio\/|video\/)/

/** Makes a file one that can be shown: by an object URL or, in a mini program, by its path. Rejects with `protocol` if it isn't what was sent. */
export const shownFile = async (file: LocalFile, { mime, digest }: Pick<Attachment, 'mime' | 'digest'>): Promise<ShownFile> => {
  if (!isBlob(file)) return { url: file.path, bytes: file.size, release: () => undefined }
  if (digest !== undefined) await checkDigest(file, digest)
  const type = painted.test(mime.toLowerCase()) ? mime : 'application/octet-stream'
  const url = URL.createObjectURL(file.type === type ? file : file.slice(0, file.size, type))
  return { url, bytes: file.size, release: () => URL.revokeObjectURL(url) }
}

const checkDigest = async (file: Blob, expected: string): Promise<void> => {
  const digest = await sha256(file)
  if (digest !== undefined && digest !== expected.toLowerCase()) {
    throw chatError('protocol', { message: 'Other bytes came than were sent.' })
  }
}
