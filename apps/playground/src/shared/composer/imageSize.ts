import type { LocalFile } from '@parlance/core'

/** Pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

const sizes = new WeakMap<LocalFile, ImageSize>()

/** Finds out how large an image is, so that its place can be kept before it has come. */
export const measureImage = async (file: Blob): Promise<void> => {
  try {
    const bitmap = await createImageBitmap(file)
    sizes.set(file, { width: bitmap.width, height: bitmap.height })
    bitmap.close()
  } catch {
    // What can't be read as an image is a file like others.
  }
}

/** `undefined`: it wasn't measured, or is no image. */
export const imageSize = (file: LocalFile | undefined): ImageSize | undefined => file && sizes.get(file)
