import type {
  Attachment,
  AudioBody,
  CommandBody,
  CustomBodyOf,
  FileBody,
  ImageBody,
  LocalFile,
  LocationBody,
  Mentions,
  TextBody,
  UrlImageBody,
  VideoBody,
} from './body.ts'
import { isBlob } from './body.ts'
import type { JsonObject } from './json.ts'
import type { CustomBodies } from './register.ts'

/**
 * Words. `mentions` are the users named in them, or `'everyone'`.
 * @example talk.send(text('hello, Bob', { mentions: ['bob'] }))
 */
export const text = (words: string, options: { readonly mentions?: Mentions } = {}): TextBody => ({
  type: 'text',
  text: words,
  ...(options.mentions && { mentions: options.mentions }),
})

/**
 * A picture: a file to upload, or one that is already somewhere. Width and height in pixels let a list keep its place;
 * `describeFile` of `@parlance/core/attachments` finds them out.
 * @example talk.send(image(input.files[0], { width: 640, height: 480 }))
 */
export const image = (
  source: LocalFile | Attachment,
  { name, ...options }: { readonly name?: string } & Omit<ImageBody, 'type' | 'attachment'> = {},
): ImageBody => ({ type: 'image', attachment: attached(source, name, 'image'), ...said(options) })

/**
 * A picture that is on the web already: nothing is uploaded.
 * @example talk.send(urlImage({ url: 'https://example.com/lake.jpg', width: 1200, height: 800 }))
 */
export const urlImage = (picture: Omit<UrlImageBody, 'type'>): UrlImageBody => ({ type: 'urlImage', ...said(picture) })

/** Sound: a file to upload, or one that is already somewhere. */
export const audio = (
  source: LocalFile | Attachment,
  { name, ...options }: { readonly name?: string } & Omit<AudioBody, 'type' | 'attachment'> = {},
): AudioBody => ({ type: 'audio', attachment: attached(source, name, 'audio'), ...said(options) })

/** A film: a file to upload, or one that is already somewhere. */
export const video = (
  source: LocalFile | Attachment,
  { name, ...options }: { readonly name?: string } & Omit<VideoBody, 'type' | 'attachment'> = {},
): VideoBody => ({ type: 'video', attachment: attached(source, name, 'video'), ...said(options) })

/** A file to upload, or one that is already somewhere. */
export const file = (source: LocalFile | Attachment, options: { readonly name?: string } = {}): FileBody => ({
  type: 'file',
  attachment: attached(source, options.name, 'file'),
})

/**
 * A place: latitude from -90 to 90 and longitude from -180 to 180, in degrees.
 * @example talk.send(location({ lat: 47.37, lng: 8.54, name: 'Zurich' }))
 */
export const location = (place: Omit<LocationBody, 'type'>): LocationBody => ({ type: 'location', ...said(place) })

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

/** The name that is given, else the file's own; `nameless` where it has none. */
const attached = (source: LocalFile | Attachment, name: string | undefined, nameless: string): Attachment => {
  if (isBlob(source) || 'path' in source) {
    const own = isBlob(source) ? nameOf(source) : source.path.slice(source.path.lastIndexOf('/') + 1)
    return { name: name ?? (own || nameless), mime: source.type || 'application/octet-stream', size: source.size, file: source }
  }
  return name === undefined ? source : { ...source, name }
}

const nameOf = (blob: Blob): string | undefined => ('name' in blob && typeof blob.name === 'string' ? blob.name : undefined)

/** The options that say something: absent and undefined are one. */
const said = <T extends object>(options: T): T =>
  Object.values(options).includes(undefined)
    ? (Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T)
    : options
