import type { Attachment, Body } from '@parlance/core'
import { file, image } from '@parlance/core'
import { imageSize } from './imageSize.ts'
import { isImage } from './isImage.ts'

/** The message that carries a file. */
export const bodyOf = (attachment: Attachment): Body =>
  isImage(attachment) ? image(attachment, imageSize(attachment.file)) : file(attachment)
