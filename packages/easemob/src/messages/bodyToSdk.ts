import type { Attachment, Body, JsonObject } from '@parlance/core'
import { chatError } from '@parlance/core'
import { survives } from './ext.ts'
import { storedFile } from './storedFile.ts'

/** A body in the SDK's fields, and what those can't say. */
export interface SdkBody {
  readonly fields: { readonly type: string; readonly [field: string]: unknown }
  readonly extra?: JsonObject
}

/** What Easemob has no body for goes as a custom one of this event. */
export const UNKNOWN_EVENT = 'parlance.unknown'

const SECOND = 1_000
/** Sizes and lengths are signed numbers of 32 bits on the wire. */
const fitting = (amount: number): number => Math.min(amount, 2 ** 31 - 1)

/** Says a body in Easemob's own fields, so that every client of Easemob reads it. `host` is where Easemob's own files are. */
export const bodyToSdk = (body: Body, host: string): SdkBody => {
  switch (body.type) {
    case 'text':
      return { fields: { type: 'txt', msg: body.text } }
    case 'image': {
      const { width, height, thumbnail, attachment } = body
      return file('img', attachment, host, { size: { width: width ?? 0, height: height ?? 0 } }, { thumbnail })
    }
    case 'urlImage': {
      const { url, name, width, height } = body
      const fields = { url, filename: name ?? '', size: { width: width ?? 0, height: height ?? 0 } }
      return withExtra({ type: 'img', body: { type: 'img', ...fields } }, { kind: 'urlImage', url, name })
    }
    case 'file':
      return file('file', body.attachment, host)
    case 'audio': {
      const { durationMs } = body
      // Of sound Easemob's clients take the length as seconds, of films as milliseconds.
      return file('audio', body.attachment, host, { length: fitting(Math.round((durationMs ?? 0) / SECOND)) }, { durationMs })
    }
    case 'video': {
      const { durationMs, width, height, thumbnail } = body
      return file('video', body.attachment, host, { length: fitting(durationMs ?? 0) }, { durationMs, width, height, thumbnail })
    }
    case 'location':
      return { fields: { type: 'loc', lat: body.lat, lng: body.lng, addr: body.address ?? '', buildingName: body.name ?? '' } }
    case 'command':
      return withExtra({ type: 'cmd', action: body.action }, { params: body.params })
    case 'custom': {
      const fields = { type: 'custom', customEvent: body.event }
      const data: JsonObject = body.data
      return survives(data) ? { fields: { ...fields, customExts: data } } : withExtra({ ...fields, customExts: {} }, { data })
    }
    case 'unknown':
      return withExtra({ type: 'custom', customEvent: UNKNOWN_EVENT, customExts: {} }, { kind: 'unknown', original: body.original })
    case 'notice':
      throw chatError('unsupported', { message: 'Notices are told by the backend alone.' })
  }
}

/** The body of a file that is stored already: a `file` beside it would make the SDK wait for ever. */
const file = (type: string, attachment: Attachment, host: string, more: object = {}, extra: JsonObject = {}): SdkBody => {
  const { name, mime, size, digest, url = '' } = attachment
  const stored = storedFile(url, host)
  const body = { type, filename: name, file_length: fitting(size), ...more, ...(stored ?? { url }) }
  return withExtra({ type, body, filename: name, filetype: mime }, { ...extra, name, mime, size, digest, url: stored === undefined ? url : undefined })
}

const withExtra = (fields: SdkBody['fields'], extra: JsonObject): SdkBody =>
  Object.values(extra).every(value => value === undefined) ? { fields } : { fields, extra }
