import type { Attachment } from '@parlance/core'
import { imageSize, measureImage } from './imageSize.ts'
import { mayBeImage } from './mayBeImage.ts'

/** A file as a draft keeps it, with a preview where it is an image. */
export const attachmentOf = async (file: File): Promise<Attachment> => {
  if (mayBeImage(file)) await measureImage(file)
  const { name, size, type } = file
  const mime = type === '' ? 'application/octet-stream' : type
  return { name, mime, size, file, ...(imageSize(file) && { preview: URL.createObjectURL(file) }) }
}
