import type { Attachment, Body, Json } from '@parlance/core'
import { said } from '../said.ts'
import { isJsonObject } from '../sdk/jsonObject.ts'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, textOf } from '../sdk/raw.ts'
import type { Beside } from './ext.ts'

const SECOND = 1_000
const mimes: { readonly [type: string]: string } = { img: 'image/jpeg', audio: 'audio/mpeg', video: 'video/mp4' }

/**
 * Reads the SDK's fields of a message as a body, unless it goes along as it is, where the adapter sent it. What it doesn't know is
 * `unknown`, whole.
 */
export const bodyFromSdk = (message: Raw, { reserved, mentions }: Beside): Body => {
  const whole = jsonOf(reserved['body'])
  // The core looks at every field of what comes.
  if (isJsonObject(whole)) return whole as unknown as Body
  const { width, height, length, customExts } = message
  switch (message['type']) {
    case 'txt':
      return said({ type: 'text', text: textOf(message['msg']) ?? '', mentions })
    case 'img':
      return said({ type: 'image', attachment: attachmentOf(message), width: amountOf(width), height: amountOf(height) })
    case 'file':
      return { type: 'file', attachment: attachmentOf(message) }
    case 'audio':
      return said({ type: 'audio', attachment: attachmentOf(message), durationMs: amountOf(Number(length) * SECOND) })
    case 'video':
      return said({ type: 'video', attachment: attachmentOf(message), durationMs: amountOf(length) })
    case 'loc': {
      const { lat, lng, addr, buildingName } = message
      return said({ type: 'location', lat: Number(lat), lng: Number(lng), address: textOf(addr), name: textOf(buildingName) })
    }
    case 'cmd':
      return { type: 'command', action: textOf(message['action']) ?? '' }
    case 'custom': {
      const data = jsonOf(customExts)
      return { type: 'custom', event: textOf(message['customEvent']) ?? '', data: isJsonObject(data) ? data : {} }
    }
    default:
      return said({ type: 'unknown', original: jsonOf(message) })
  }
}

const attachmentOf = ({ type, filename, filetype, file_length, url }: Raw): Attachment => {
  const kind = textOf(type) ?? 'file'
  return said({
    name: textOf(filename) ?? kind,
    mime: textOf(filetype) ?? mimes[kind] ?? 'application/octet-stream',
    size: amountOf(file_length) ?? 0,
    url: textOf(url),
  })
}

/** What came over the wire was JSON, but for what the SDK put beside it. */
const jsonOf = (value: unknown): Json | undefined => (value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json))
