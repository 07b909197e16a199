import type { Attachment, Body } from '@parlance/core'
import { file, image } from '@parlance/core'
import { imageSize } from './imageSize.ts'

/** The message that carries a file. */
export const bodyOf = (attachment: Attachment): Body => {
  const size = imageSize(attachment.file)
  return size === undefined ? file(attachment) : image(attachment, size)
}
