import type { Body, CustomBody } from '@parlance/core'
import { readPoll } from '../poll/poll.ts'
import { emojiText } from '../emoji/emojiText.ts'

/** A body in a line of text: for previews, announcements and lists. */
export const bodyLabel = (body: Body): string => {
  switch (body.type) {
    case 'text':
      return emojiText(body.text)
    case 'image':
      return `Image: ${body.attachment.name}`
    case 'urlImage':
      return body.name === undefined ? 'Image' : `Image: ${body.name}`
    case 'file':
      return `File: ${body.attachment.name}`
    case 'audio':
      return `Audio: ${body.attachment.name}`
    case 'video':
      return `Video: ${body.attachment.name}`
    case 'location':
      return `Location: ${body.name ?? body.address ?? `${body.lat}, ${body.lng}`}`
    case 'command':
      return `Command: ${body.action}`
    case 'custom':
      return customLabel(body)
    case 'notice':
      return `Notice: ${body.event}`
    case 'unknown':
      return 'A message that this version can’t read'
  }
}

const customLabel = ({ event, data }: CustomBody): string => {
  const poll = event === 'poll' ? readPoll(data) : undefined
  return poll === undefined ? `Custom: ${event}` : `Poll: ${poll.question}`
}
