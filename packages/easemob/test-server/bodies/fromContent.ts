import type { Attachment, Body, JsonObject } from '@parlance/core'
import type { Content } from '../frames/content.ts'
import { toJson } from '../frames/json.ts'
import { fromKeyValues } from '../frames/keyValue.ts'
import { mentionsIn } from './mentions.ts'

/** What somebody sent, as the backend keeps it. What the backend has no word for it keeps as it came. */
export const fromContent = (content: Content, ext: JsonObject): Body => {
  if (content.type === 'COMBINE' || content.subType === 'COMBINE' || content.subType === 'SUB_STREAM') return kept(content)
  switch (content.type ?? 'TEXT') {
    case 'IMAGE':
      return image(content)
    case 'VOICE':
      return { type: 'audio', attachment: attachmentIn(content, 'audio/mpeg'), ...duration(content, 1000) }
    case 'VIDEO':
      return { type: 'video', attachment: attachmentIn(content, 'video/mp4'), ...duration(content, 1), ...sizeIn(content) }
    case 'FILE':
      return { type: 'file', attachment: attachmentIn(content, 'application/octet-stream') }
    case 'LOCATION':
      return {
        type: 'location',
        lat: content.latitude ?? 0,
        lng: content.longitude ?? 0,
        ...(content.address !== undefined && { address: content.address }),
        ...(content.buildingName !== undefined && { name: content.buildingName }),
      }
    case 'COMMAND':
      return {
        type: 'command',
        action: content.action ?? '',
        ...(content.params !== undefined && { params: fromKeyValues(content.params) }),
      }
    case 'CUSTOM':
      return { type: 'custom', event: content.customEvent ?? '', data: fromKeyValues(content.customExts) }
    default: {
      const mentions = mentionsIn(ext)
      return { type: 'text', text: content.text ?? '', ...(mentions !== undefined && { mentions }) }
    }
  }
}

const kept = (content: Content): Body => ({ type: 'unknown', original: toJson(content) })

/** One without a length of its own was uploaded nowhere: it is a picture of the web. */
const image = (content: Content): Body => {
  if (content.fileLength === undefined && content.subType === undefined) {
    const { remotePath: url = '', displayName: name } = content
    return { type: 'urlImage', url, ...(name !== undefined && { name }), ...sizeIn(content) }
  }
  return { type: 'image', attachment: attachmentIn(content, content.subType === 'GIF' ? 'image/gif' : 'image/png'), ...sizeIn(content) }
}

const attachmentIn = ({ displayName = '', fileLength = 0, remotePath }: Content, mime: string): Attachment => ({
  name: displayName,
  mime,
  size: fileLength,
  ...(remotePath !== undefined && { url: remotePath }),
})

const sizeIn = ({ size }: Content): { readonly width?: number; readonly height?: number } => ({
  ...(size?.width !== undefined && size.width > 0 && { width: size.width }),
  ...(size?.height !== undefined && size.height > 0 && { height: size.height }),
})

const duration = ({ duration: length }: Content, milliseconds: number): { readonly durationMs?: number } =>
  length === undefined || length === 0 ? {} : { durationMs: length * milliseconds }
