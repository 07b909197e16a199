import type {
  Attachment,
  AudioBody,
  Body,
  BodyType,
  CommandBody,
  CustomBody,
  FileBody,
  ImageBody,
  JsonObject,
  LocationBody,
  NoticeBody,
  TextBody,
  UnknownBody,
  UrlImageBody,
  VideoBody,
} from '@parlance/core'
import { attachmentOf, withAttachment } from '@parlance/core'
import * as v from 'valibot'
import { countSchema, idSchema } from './ids.ts'
import { jsonObjectSchema, jsonSchema } from './json.ts'
import type { Schema } from './schema.ts'
import { isImageData, isSafeUrl } from './urls.ts'

/** How a body's URLs are checked: all that may be followed, and pictures that travel within it. */
interface UrlSchemas {
  readonly link: Schema<string>
  readonly thumbnail: Schema<string>
}

const attachment = ({ link }: UrlSchemas): Schema<Attachment> =>
  v.object({
    name: v.string(),
    mime: v.string(),
    size: countSchema,
    url: v.exactOptional(link),
    digest: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  })

/** Pixels, milliseconds. */
const measure = v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0)))
const degrees = (most: number): Schema<number> => v.pipe(v.number(), v.minValue(-most), v.maxValue(most))

const text: Schema<TextBody> = v.object({
  type: v.literal('text'),
  text: v.string(),
  mentions: v.exactOptional(v.union([v.array(idSchema), v.literal('everyone')])),
})
const image = (urls: UrlSchemas): Schema<ImageBody> =>
  v.object({
    type: v.literal('image'),
    attachment: attachment(urls),
    width: measure,
    height: measure,
    thumbnail: v.exactOptional(urls.thumbnail),
  })
const urlImage = ({ link }: UrlSchemas): Schema<UrlImageBody> =>
  v.object({ type: v.literal('urlImage'), url: link, name: v.exactOptional(v.string()), width: measure, height: measure })
const file = (urls: UrlSchemas): Schema<FileBody> => v.object({ type: v.literal('file'), attachment: attachment(urls) })
const audio = (urls: UrlSchemas): Schema<AudioBody> =>
  v.object({ type: v.literal('audio'), attachment: attachment(urls), durationMs: measure })
const video = (urls: UrlSchemas): Schema<VideoBody> =>
  v.object({
    type: v.literal('video'),
    attachment: attachment(urls),
    durationMs: measure,
    width: measure,
    height: measure,
    thumbnail: v.exactOptional(urls.thumbnail),
  })
const location: Schema<LocationBody> = v.object({
  type: v.literal('location'),
  lat: degrees(90),
  lng: degrees(180),
  address: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
})
const command: Schema<CommandBody> = v.object({
  type: v.literal('command'),
  action: v.string(),
  params: v.exactOptional(jsonObjectSchema),
})
const anyCustom: Schema<{ type: 'custom'; event: string; data: JsonObject }> = v.object({
  type: v.literal('custom'),
  event: v.string(),
  data: jsonObjectSchema,
})
/** What an application says of its own bodies is its own: here they are any JSON objects. */
const custom: Schema<CustomBody> = v.pipe(
  anyCustom,
  v.guard((body): body is typeof body & CustomBody => v.is(anyCustom, body)),
)
const notice: Schema<NoticeBody> = v.object({
  type: v.literal('notice'),
  event: v.picklist(['joined', 'left', 'removed', 'dissolved', 'created', 'muted', 'unmuted', 'roleChanged', 'changed']),
  users: v.exactOptional(v.array(idSchema)),
  title: v.exactOptional(v.string()),
})
const unknown: Schema<UnknownBody> = v.object({ type: v.literal('unknown'), original: v.exactOptional(jsonSchema) })

const bodies = (urls: UrlSchemas): readonly (readonly [unknown, Schema<Body>])[] => [
  ['text', text],
  ['image', image(urls)],
  ['urlImage', urlImage(urls)],
  ['file', file(urls)],
  ['audio', audio(urls)],
  ['video', video(urls)],
  ['location', location],
  ['command', command],
  ['custom', custom],
  ['unknown', unknown],
]

const wrapped: Schema<UnknownBody> = v.pipe(
  jsonObjectSchema,
  v.transform((original): UnknownBody => ({ type: 'unknown', original })),
)
const typeOf = (raw: unknown): unknown => (typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined)

const received = new Map<unknown, Schema<Body>>([...bodies({ link: v.string(), thumbnail: v.string() }), ['notice', notice]])
/** A body as it comes: what can't be read, of whatever type, is `unknown` with the original. URLs are for `vetBody`. */
export const bodySchema: Schema<Body> = v.lazy((raw): Schema<Body> => {
  const known = received.get(typeOf(raw))
  return known !== undefined && v.safeParse(known, raw, { abortEarly: true }).success ? known : wrapped
})

const sent = new Map<unknown, Schema<Body>>([
  ...bodies({ link: v.pipe(v.string(), v.check(isSafeUrl)), thumbnail: v.pipe(v.string(), v.check(isImageData)) }),
  // Only the server tells of what happened to a conversation.
  ['notice', v.object({ type: v.never() })],
])
/** A body as it is handed in: one of a known type has to be right, its URLs included, and of a type that clients send. */
export const outgoingBodySchema: Schema<Body> = v.lazy((raw): Schema<Body> => sent.get(typeOf(raw)) ?? wrapped)

export const bodyTypeSchema: Schema<BodyType> = v.picklist([
  'text',
  'image',
  'urlImage',
  'file',
  'audio',
  'video',
  'location',
  'command',
  'custom',
  'notice',
  'unknown',
])

/** The body without what is only of this device. */
export const bodyForWire = (body: Body): Body => {
  const local = attachmentOf(body)
  if (local === undefined) return body
  const { name, mime, size, url, digest } = local
  return withAttachment(body, { name, mime, size, ...(url !== undefined && { url }), ...(digest !== undefined && { digest }) })
}
