/** Pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

const sizes = new WeakMap<Blob, ImageSize>()

/** Finds out how large an image is, so that its place can be kept before it has come. */
export const measureImage = async (file: Blob): Promise<void> => {
  try {
    const { width, height } = await createImageBitmap(file)
    sizes.set(file, { width, height })
  } catch {
    // It goes without its size, then.
  }
}

export const imageSize = (file: Blob | undefined): ImageSize | undefined => file && sizes.get(file)
