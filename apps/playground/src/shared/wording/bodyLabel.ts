import type { Body } from '@parlance/core'
import { emojiText } from '../emoji/emojiText.ts'

/** A body in a line of text: for previews, announcements and lists. */
export const bodyLabel = (body: Body): string => {
  switch (body.type) {
    case 'text':
      return emojiText(body.text)
    case 'image':
      return `Image: ${body.attachment.name}`
    case 'file':
      return `File: ${body.attachment.name}`
    case 'command':
      return `Command: ${body.action}`
    case 'custom':
      return `Custom: ${body.event}`
    case 'unknown':
      return 'A message that this version can’t read'
  }
}
