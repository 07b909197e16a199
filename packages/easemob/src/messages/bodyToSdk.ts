import type { Attachment, Body } from '@parlance/core'
import { chatError } from '@parlance/core'
import { survives } from './ext.ts'

/** A body in the SDK's own fields, so that every client of Easemob reads it. */
interface SdkFields {
  readonly type: string
  readonly [field: string]: unknown
}

const SECOND = 1_000
/** Sizes and lengths are signed numbers of 32 bits on the wire. */
const fitting = (amount = 0): number => Math.min(Math.round(amount), 2 ** 31 - 1)
const sizeOf = ({ width = 0, height = 0 }: { readonly width?: number; readonly height?: number }): object => ({ size: { width, height } })

/** Says a body in the SDK's fields. */
export const bodyToSdk = (body: Body): SdkFields => {
  switch (body.type) {
    case 'text':
      return { type: 'txt', msg: body.text }
    case 'image':
      return file('img', body.attachment, sizeOf(body))
    case 'urlImage':
      return file('img', { name: body.name ?? '', mime: '', size: 0, url: body.url }, sizeOf(body))
    case 'file':
      return file('file', body.attachment)
    // Of sound Easemob's clients take the length as seconds, of films as milliseconds.
    case 'audio':
      return file('audio', body.attachment, { length: fitting((body.durationMs ?? 0) / SECOND) })
    case 'video':
      return file('video', body.attachment, { length: fitting(body.durationMs) })
    case 'location':
      return { type: 'loc', lat: body.lat, lng: body.lng, addr: body.address ?? '', buildingName: body.name ?? '' }
    case 'command':
      return { type: 'cmd', action: body.action }
    case 'custom':
      return { type: 'custom', customEvent: body.event, customExts: survives(body.data) ? body.data : {} }
    case 'unknown':
      return { type: 'custom', customEvent: 'parlance.unknown', customExts: {} }
    case 'notice':
      throw chatError('unsupported')
  }
}

/** A file that is stored already: a `file` beside its `body` would make the SDK wait for ever. */
const file = (type: string, { name: filename, mime, size, url = '' }: Attachment, more: object = {}): SdkFields => {
  const body = { type, filename, file_length: fitting(size), ...more, url }
  return { type, body, filename, filetype: mime }
}
