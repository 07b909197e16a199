import { isBlob, type LocalFile } from '../../model/body.ts'

/** What shows a file that this device has, and how it is let go of. */
export interface Preview {
  readonly url: string
  readonly release: () => void
}

/** Nothing to show of what a browser can't paint or play, and of pictures that could run. */
const shown = /^(image\/(?!svg)|audio\/|video\/)/

export const previewOf = (file: LocalFile): Preview | undefined => {
  if (!shown.test((file.type ?? '').toLowerCase())) return undefined
  if (!isBlob(file)) return { url: file.path, release: () => undefined }
  if (typeof URL.createObjectURL !== 'function') return undefined
  const url = URL.createObjectURL(file)
  return { url, release: () => URL.revokeObjectURL(url) }
}
