import type { Attachment, Body, Json, JsonObject } from '@parlance/core'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, textOf } from '../sdk/raw.ts'
import { UNKNOWN_EVENT } from './bodyToSdk.ts'
import type { Beside } from './ext.ts'

const SECOND = 1_000
const mimes: { readonly [type: string]: string } = { img: 'image/jpeg', audio: 'audio/mpeg', video: 'video/mp4' }

/** Reads the SDK's fields of a message as a body, with what the adapter put beside them. What it doesn't know is `unknown`, whole. */
export const bodyFromSdk = (message: Raw, { reserved: extra, mentions }: Beside): Body => {
  switch (message['type']) {
    case 'txt':
      return { type: 'text', text: textOf(message['msg']) ?? '', ...some({ mentions }) }
    case 'img': {
      const size = some({ width: amountOf(message['width']), height: amountOf(message['height']) })
      if (extra['kind'] !== 'urlImage') return { type: 'image', attachment: attachmentOf(message, extra), ...size, ...thumbnailOf(extra) }
      return { type: 'urlImage', url: textOf(extra['url']) ?? '', ...size, ...some({ name: textOf(extra['name']) }) }
    }
    case 'file':
      return { type: 'file', attachment: attachmentOf(message, extra) }
    case 'audio': {
      const seconds = amountOf(message['length'])
      const durationMs = amountOf(extra['durationMs']) ?? (seconds === undefined ? undefined : seconds * SECOND)
      return { type: 'audio', attachment: attachmentOf(message, extra), ...some({ durationMs }) }
    }
    case 'video': {
      const durationMs = amountOf(extra['durationMs']) ?? amountOf(message['length'])
      const size = { width: amountOf(extra['width']), height: amountOf(extra['height']) }
      return { type: 'video', attachment: attachmentOf(message, extra), ...some({ durationMs, ...size }), ...thumbnailOf(extra) }
    }
    case 'loc': {
      const place = some({ address: textOf(message['addr']), name: textOf(message['buildingName']) })
      return { type: 'location', lat: Number(message['lat']), lng: Number(message['lng']), ...place }
    }
    case 'cmd':
      return { type: 'command', action: textOf(message['action']) ?? '', ...some({ params: objectOf(extra['params']) }) }
    case 'custom': {
      const event = textOf(message['customEvent']) ?? ''
      if (event === UNKNOWN_EVENT && 'kind' in extra) return unknown(extra['original'])
      return { type: 'custom', event, data: objectOf(extra['data']) ?? objectOf(message['customExts']) ?? {} }
    }
    default:
      return unknown(message)
  }
}

const unknown = (original: unknown): Body => {
  const copy = jsonOf(original)
  return { type: 'unknown', ...(copy !== undefined && { original: copy }) }
}

const attachmentOf = (message: Raw, extra: Raw): Attachment => {
  const type = textOf(message['type']) ?? 'file'
  return {
    name: textOf(extra['name']) ?? textOf(message['filename']) ?? type,
    mime: textOf(extra['mime']) ?? textOf(message['filetype']) ?? mimes[type] ?? 'application/octet-stream',
    size: amountOf(extra['size']) ?? amountOf(message['file_length']) ?? 0,
    ...some({ url: textOf(extra['url']) ?? textOf(message['url']), digest: textOf(extra['digest']) }),
  }
}

const thumbnailOf = (extra: Raw): { readonly thumbnail?: string } => some({ thumbnail: textOf(extra['thumbnail']) })

/** Only what came over the wire is asked: that was JSON. */
const objectOf = (value: unknown): JsonObject | undefined => {
  const copy = jsonOf(value)
  return typeof copy === 'object' && copy !== null && !isList(copy) ? copy : undefined
}
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const jsonOf = (value: unknown): Json | undefined => (value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json))

type Some<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> }

/** The fields that say something. */
const some = <T extends object>(fields: T): Some<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Some<T>
