import type { Attachment, Body, CommandBody, CustomBody, FileBody, ImageBody, JsonObject, TextBody, UnknownBody } from '@parlance/core'
import { attachmentOf, withAttachment } from '@parlance/core'
import * as v from 'valibot'
import { countSchema, idSchema } from './ids.ts'
import { jsonObjectSchema, jsonSchema } from './json.ts'
import type { Schema } from './schema.ts'
import { isSafeUrl } from './urls.ts'

const attachment = (url: Schema<string>): Schema<Attachment> =>
  v.object({
    name: v.string(),
    mime: v.string(),
    size: countSchema,
    url: v.exactOptional(url),
    digest: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  })

const pixels = v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0)))

const text: Schema<TextBody> = v.object({ type: v.literal('text'), text: v.string(), mentions: v.exactOptional(v.array(idSchema)) })
const image = (url: Schema<string>): Schema<ImageBody> =>
  v.object({ type: v.literal('image'), attachment: attachment(url), width: pixels, height: pixels })
const file = (url: Schema<string>): Schema<FileBody> => v.object({ type: v.literal('file'), attachment: attachment(url) })
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
const unknown: Schema<UnknownBody> = v.object({ type: v.literal('unknown'), original: v.exactOptional(jsonSchema) })

const bodies = (url: Schema<string>): ReadonlyMap<unknown, Schema<Body>> =>
  new Map<unknown, Schema<Body>>([
    ['text', text],
    ['image', image(url)],
    ['file', file(url)],
    ['command', command],
    ['custom', custom],
    ['unknown', unknown],
  ])

const wrapped: Schema<UnknownBody> = v.pipe(
  jsonObjectSchema,
  v.transform((original): UnknownBody => ({ type: 'unknown', original })),
)
const typeOf = (raw: unknown): unknown => (typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined)

const received = bodies(v.string())
/** A body as it comes: what can't be read, of whatever type, is `unknown` with the original. URLs are for `vetBody`. */
export const bodySchema: Schema<Body> = v.lazy((raw): Schema<Body> => {
  const known = received.get(typeOf(raw))
  return known !== undefined && v.safeParse(known, raw, { abortEarly: true }).success ? known : wrapped
})

const sent = bodies(v.pipe(v.string(), v.check(isSafeUrl)))
/** A body as it is handed in: one of a known type has to be right, its URLs included. */
export const outgoingBodySchema: Schema<Body> = v.lazy((raw): Schema<Body> => sent.get(typeOf(raw)) ?? wrapped)

/** The body without what is only of this device. */
export const bodyForWire = (body: Body): Body => {
  const local = attachmentOf(body)
  if (local === undefined) return body
  const { name, mime, size, url, digest } = local
  return withAttachment(body, { name, mime, size, ...(url !== undefined && { url }), ...(digest !== undefined && { digest }) })
}
