import type { UserId } from './ids.ts'
import type { Json, JsonObject } from './json.ts'
import type { CustomBodies } from './register.ts'

export interface TextBody {
  readonly type: 'text'
  readonly text: string
  readonly mentions?: Mentions
}

/** Who is named in a text: these users, or everybody there. */
export type Mentions = readonly UserId[] | 'everyone'

/** A file where there are no Blobs: a mini program knows its files by paths. */
export interface FilePath {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Media type, if it is known. */
  readonly type?: string
}

/** A file that only this device has. */
export type LocalFile = Blob | FilePath

/** Whether a file is one that is held, not one that is known by its path: some Blobs tell a path, too. */
export const isBlob = (file: unknown): file is Blob => typeof Blob === 'function' && file instanceof Blob

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
  readonly file?: LocalFile
  /** Local only: an object URL to show before the upload is through; released by the chat. */
  readonly preview?: string
}

export interface ImageBody {
  readonly type: 'image'
  readonly attachment: Attachment
  /** Pixels. */
  readonly width?: number
  readonly height?: number
  /** A small picture to show before the file is here: an image as a `data:` URL. */
  readonly thumbnail?: string
}

/** A picture that is somewhere on the web already: nothing is uploaded. */
export interface UrlImageBody {
  readonly type: 'urlImage'
  readonly url: string
  readonly name?: string
  /** Pixels. */
  readonly width?: number
  readonly height?: number
}

export interface AudioBody {
  readonly type: 'audio'
  readonly attachment: Attachment
  readonly durationMs?: number
}

export interface VideoBody {
  readonly type: 'video'
  readonly attachment: Attachment
  readonly durationMs?: number
  /** Pixels. */
  readonly width?: number
  readonly height?: number
  /** A small picture of it: an image as a `data:` URL. */
  readonly thumbnail?: string
}

/** A place on earth, in degrees (WGS 84). */
export interface LocationBody {
  readonly type: 'location'
  /** From -90 to 90. */
  readonly lat: number
  /** From -180 to 180. */
  readonly lng: number
  readonly address?: string
  readonly name?: string
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

export type NoticeEvent = 'joined' | 'left' | 'removed' | 'dissolved' | 'created' | 'muted' | 'unmuted' | 'roleChanged' | 'changed'

/**
 * What happened to the conversation itself, told by the backend as a row of it: somebody came or went, its title changed. Never unread,
 * never an alert, and no client can send it.
 */
export interface NoticeBody {
  readonly type: 'notice'
  readonly event: NoticeEvent
  /** To whom it happened; the message's `from` did it. */
  readonly users?: readonly UserId[]
  /** The new title, for `changed`. */
  readonly title?: string
}

/** What this version can't read. A transport hands over what it got, so that an application may. */
export interface UnknownBody {
  readonly type: 'unknown'
  readonly original?: Json
}

export type Body =
  | TextBody
  | ImageBody
  | UrlImageBody
  | FileBody
  | AudioBody
  | VideoBody
  | LocationBody
  | CommandBody
  | CustomBody
  | NoticeBody
  | UnknownBody
export type BodyType = Body['type']
/** A body that is about a file. */
export type AttachmentBody = Extract<Body, { readonly attachment: Attachment }>

/** The attachment of a body that has one. */
export const attachmentOf = (body: Body): Attachment | undefined => ('attachment' in body ? body.attachment : undefined)

/** The same body with another attachment. */
export const withAttachment = (body: Body, attachment: Attachment): Body => ('attachment' in body ? { ...body, attachment } : body)
