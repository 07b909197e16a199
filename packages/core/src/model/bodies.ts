import type { Attachment, CommandBody, CustomBodyOf, FileBody, ImageBody, TextBody } from './body.ts'
import type { UserId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { CustomBodies } from './register.ts'

/**
 * Words. `mentions` are the users named in them.
 * @example talk.send(text('hello, Bob', { mentions: ['bob'] }))
 */
export const text = (words: string, options: { readonly mentions?: readonly UserId[] } = {}): TextBody => ({
  type: 'text',
  text: words,
  ...(options.mentions && { mentions: options.mentions }),
})

/**
 * A picture: a file to upload, or one that is already somewhere. Width and height in pixels let a list keep its place.
 * @example talk.send(image(input.files[0], { width: 640, height: 480 }))
 */
export const image = (
  source: Blob | Attachment,
  options: { readonly name?: string; readonly width?: number; readonly height?: number } = {},
): ImageBody => ({
  type: 'image',
  attachment: attached(source, options.name ?? 'image'),
  ...(options.width !== undefined && { width: options.width }),
  ...(options.height !== undefined && { height: options.height }),
})

/** A file to upload, or one that is already somewhere. */
export const file = (source: Blob | Attachment, options: { readonly name?: string } = {}): FileBody => ({
  type: 'file',
  attachment: attached(source, options.name ?? 'file'),
})

/** An instruction for programs: goes to `commands$` of whoever gets it, never into a timeline. */
export const command = (action: string, params?: JsonObject): CommandBody => ({
  type: 'command',
  action,
  ...(params !== undefined && { params }),
})

/** Whatever an application means by it; typed through {@link CustomBodies}. */
export const custom = <Event extends keyof CustomBodies & string>(event: Event, data: CustomBodies[Event]): CustomBodyOf<Event> => ({
  type: 'custom',
  event,
  data,
})

const attached = (source: Blob | Attachment, name: string): Attachment =>
  source instanceof Blob
    ? { name: nameOf(source) ?? name, mime: source.type || 'application/octet-stream', size: source.size, file: source }
    : source

const nameOf = (blob: Blob): string | undefined =>
  'name' in blob && typeof blob.name === 'string' && blob.name !== '' ? blob.name : undefined
