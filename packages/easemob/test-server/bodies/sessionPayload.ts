import type { RemoteMessage, UserId } from '@parlance/core'
import { channelTypeOf, recipientOf } from '../conversations/addresses.ts'
import type { Content } from '../frames/content.ts'
import { fromKeyValues } from '../frames/keyValue.ts'
import { withMentions } from './mentions.ts'
import { toContent } from './toContent.ts'

/** A message in the JSON that lists have, which is another language than that of the wire. */
export const sessionPayload = (message: RemoteMessage, viewer: UserId, about?: object): object | undefined => {
  const { conversation, from, body, ext, wantsReadCount = false } = message
  const content = toContent(body)
  if (content === undefined) return undefined
  return {
    from,
    to: recipientOf(conversation, from, viewer).name,
    type: channelTypeOf(conversation),
    bodies: [bodyOf(content)],
    ext: withMentions(body, ext),
    ...(wantsReadCount && { msgConfig: { allowGroupAck: true } }),
    ...(about !== undefined && { meta: about }),
  }
}

const bodyOf = (content: Content): object => {
  if (content.subType === 'COMBINE' || content.type === 'COMBINE') {
    const { text, title, summary, combineLevel } = content
    return { type: 'txt', subType: 'sub_combine', msg: text, title, summary, combineLevel, ...fileOf(content) }
  }
  switch (content.type) {
    case 'IMAGE':
      return { type: 'img', ...fileOf(content), size: content.size, ...(content.subType === 'GIF' && { subType: 'sub_gif' }) }
    case 'VIDEO':
      return {
        type: 'video',
        ...fileOf(content),
        length: content.duration,
        thumb: content.thumbnailRemotePath,
        thumb_secret: content.secretKey,
      }
    case 'VOICE':
      return { type: 'audio', ...fileOf(content), length: content.duration }
    case 'FILE':
      return { type: 'file', ...fileOf(content) }
    case 'LOCATION':
      return {
        type: 'loc',
        lat: content.latitude,
        lng: content.longitude,
        addr: content.address ?? '',
        buildingName: content.buildingName ?? '',
      }
    case 'COMMAND':
      return { type: 'cmd', action: content.action }
    case 'CUSTOM': {
      const exts = Object.entries(fromKeyValues(content.customExts)).map(([key, value]) => ({ [key]: value }))
      return { type: 'custom', customEvent: content.customEvent, customExts: exts }
    }
    default:
      return { type: 'txt', msg: content.text ?? '' }
  }
}

const fileOf = ({ remotePath, displayName, secretKey, fileLength }: Content): object => ({
  url: remotePath,
  filename: displayName,
  secret: secretKey,
  file_length: fileLength,
})
