import type { Attachment, Body, Json, JsonObject } from '@parlance/core'
import type { Content } from '../frames/content.ts'
import { isJsonObject } from '../frames/json.ts'
import { toKeyValues } from '../frames/keyValue.ts'
import { secretOf } from './fileSecret.ts'

/** A body as the wire has it; `undefined` for what a client is not told as a message: what was erased, and notices. */
export const toContent = (body: Body): Content | undefined => {
  switch (body.type) {
    case 'text':
      return { type: 'TEXT', text: body.text }
    case 'image':
      return {
        type: 'IMAGE',
        ...file(body.attachment),
        size: { width: body.width ?? 0, height: body.height ?? 0 },
        ...(body.attachment.mime === 'image/gif' && { subType: 'GIF' }),
      }
    case 'urlImage':
      return {
        type: 'IMAGE',
        remotePath: body.url,
        ...(body.name !== undefined && { displayName: body.name }),
        size: { width: body.width ?? 0, height: body.height ?? 0 },
      }
    case 'audio':
      return { type: 'VOICE', ...file(body.attachment), duration: Math.round((body.durationMs ?? 0) / 1000) }
    case 'video':
      return {
        type: 'VIDEO',
        ...file(body.attachment),
        duration: Math.round(body.durationMs ?? 0),
        ...(body.attachment.url !== undefined && { thumbnailRemotePath: `${body.attachment.url}?vframe=true` }),
        ...(body.width !== undefined && body.height !== undefined && { size: { width: body.width, height: body.height } }),
      }
    case 'file':
      return { type: 'FILE', ...file(body.attachment) }
    case 'location':
      return {
        type: 'LOCATION',
        latitude: body.lat,
        longitude: body.lng,
        ...(body.address !== undefined && { address: body.address }),
        ...(body.name !== undefined && { buildingName: body.name }),
      }
    case 'command':
      return { type: 'COMMAND', action: body.action, ...(body.params !== undefined && { params: toKeyValues(body.params) }) }
    case 'custom':
      return { type: 'CUSTOM', customEvent: body.event, customExts: toKeyValues(body.data) }
    case 'unknown':
      return isContent(body.original) ? body.original : undefined
    case 'notice':
      return undefined
  }
}

const file = ({ name, size, url }: Attachment): Content => {
  const secretKey = secretOf(url)
  return {
    displayName: name,
    fileLength: size,
    ...(url !== undefined && { remotePath: url }),
    ...(secretKey !== undefined && { secretKey }),
  }
}

/** What `fromContent` kept as it came. */
const isContent = (original: Json | undefined): original is JsonObject & Content => isJsonObject(original)
