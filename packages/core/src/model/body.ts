import type { UserId } from './ids.ts'
import type { Json, JsonObject } from './json.ts'
import type { CustomBodies } from './register.ts'

export interface TextBody {
  readonly type: 'text'
  readonly text: string
  readonly mentions?: readonly UserId[]
}

/** A file's whereabouts: `file` while only this device has it, `url` once it is uploaded. */
export interface Attachment {
  readonly name: string
  /** Media type, as in `image/png`. */
  readonly mime: string
  /** Bytes. */
  readonly size: number
  readonly url?: string
  /** SHA-256 of the bytes, lower-case hex, where the uploader tells it. */
  readonly digest?: string
  /** Local only: never leaves this device. */
  readonly file?: Blob
  /** Local only: an object URL to show before the upload is through; released by the chat. */
  readonly preview?: string
}

export interface ImageBody {
  readonly type: 'image'
  readonly attachment: Attachment
  /** Pixels. */
  readonly width?: number
  readonly height?: number
}

export interface FileBody {
  readonly type: 'file'
  readonly attachment: Attachment
}

/** An instruction for programs: goes to `commands$`, never to a timeline. */
export interface CommandBody {
  readonly type: 'command'
  readonly action: string
  readonly params?: JsonObject
}

/** The custom body of one event. */
export interface CustomBodyOf<Event extends keyof CustomBodies & string> {
  readonly type: 'custom'
  readonly event: Event
  readonly data: CustomBodies[Event]
}

/** Any custom body that is registered. */
export type CustomBody = { [Event in keyof CustomBodies & string]: CustomBodyOf<Event> }[keyof CustomBodies & string]

/** What this version can't read. A transport hands over what it got, so that an application may. */
export interface UnknownBody {
  readonly type: 'unknown'
  readonly original?: Json
}

export type Body = TextBody | ImageBody | FileBody | CommandBody | CustomBody | UnknownBody
export type BodyType = Body['type']

/** The attachment of a body that has one. */
export const attachmentOf = (body: Body): Attachment | undefined => ('attachment' in body ? body.attachment : undefined)

/** The same body with another attachment. */
export const withAttachment = (body: Body, attachment: Attachment): Body => ('attachment' in body ? { ...body, attachment } : body)
