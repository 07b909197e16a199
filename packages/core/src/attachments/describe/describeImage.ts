import type { FileDescription } from './fileDescription.ts'
import { thumbnail } from './thumbnail.ts'
import { whileAllowed } from './whileAllowed.ts'

/** A picture's size, turned as its EXIF says, and a thumbnail. Rejects if it can't be shown. */
export const describeImage = async (file: Blob, signal: AbortSignal): Promise<FileDescription> => {
  const bitmap = await whileAllowed(createImageBitmap(file, { imageOrientation: 'from-image' }), signal)
  try {
    const { width, height } = bitmap
    const small = thumbnail({ source: bitmap, width, height })
    return { type: 'image', width, height, ...(small !== undefined && { thumbnail: small }) }
  } finally {
    bitmap.close()
  }
}
