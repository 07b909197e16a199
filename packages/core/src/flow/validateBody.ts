import { isExtensionAllowed, isTypeAllowed, ruleFor, type AttachmentRules } from '../model/attachmentRules.ts'
import { isBlob, type Attachment, type AttachmentBody, type Body, type LocalFile } from '../model/body.ts'
import { chatError, type ChatError } from '../model/error.ts'
import { isSafeUrl } from '../model/url.ts'
import type { JsonObject } from '../model/json.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import { copyJson } from './copyJson.ts'

/** What a backend takes, and how it spells ids. */
export interface BodyLimits {
  readonly capabilities: Capabilities
  /** Whether files can be handed to the backend. */
  readonly uploads: boolean
  /** Which files the application lets pass. */
  readonly rules: AttachmentRules | undefined
  readonly fold: (id: string) => string
}

/**
 * A copy of a body that was handed in: whatever its owner does with the original changes nothing here. Throws `invalid` with the
 * path of what is wrong, `tooLarge` with the bound in bytes, `unsupported` for what the backend has no place for [SND11, SEC2].
 */
export const checkedBody = (body: Body, limits: BodyLimits): Body => {
  switch (body.type) {
    case 'text':
      return {
        type: 'text',
        text: text(body.text, 'body.text'),
        ...(body.mentions && {
          mentions: body.mentions === 'everyone' ? 'everyone' : ids(body.mentions, 'body.mentions', limits),
        }),
      }
    case 'image':
      return { type: 'image', attachment: checkedAttachment(body, limits), ...sizeOf(body), ...thumbnailOf(body) }
    case 'urlImage':
      return {
        type: 'urlImage',
        url: safeUrl(body.url, 'body.url'),
        ...(body.name !== undefined && { name: text(body.name, 'body.name') }),
        ...sizeOf(body),
      }
    case 'file':
      return { type: 'file', attachment: checkedAttachment(body, limits) }
    case 'audio':
      return { type: 'audio', attachment: checkedAttachment(body, limits), ...durationOf(body) }
    case 'video':
      return { type: 'video', attachment: checkedAttachment(body, limits), ...durationOf(body), ...sizeOf(body), ...thumbnailOf(body) }
    case 'location':
      return {
        type: 'location',
        lat: degrees(body.lat, 90, 'body.lat'),
        lng: degrees(body.lng, 180, 'body.lng'),
        ...(body.address !== undefined && { address: text(body.address, 'body.address') }),
        ...(body.name !== undefined && { name: text(body.name, 'body.name') }),
      }
    case 'command':
      return {
        type: 'command',
        action: name(body.action, 'body.action'),
        ...(body.params !== undefined && { params: copyJson(object(body.params, 'body.params'), 'body.params') }),
      }
    case 'custom':
      return { ...body, type: 'custom', event: name(body.event, 'body.event'), data: customData(body.data, limits) }
    default:
      throw invalid('body.type', 'a body that can be sent')
  }
}

type Sized = { readonly width?: number; readonly height?: number }

const sizeOf = ({ width, height }: Sized): Sized => ({
  ...(width !== undefined && { width: length(width, 'body.width') }),
  ...(height !== undefined && { height: length(height, 'body.height') }),
})

const durationOf = ({ durationMs }: { readonly durationMs?: number }): { readonly durationMs?: number } =>
  durationMs === undefined ? {} : { durationMs: length(durationMs, 'body.durationMs') }

const thumbnailOf = ({ thumbnail }: { readonly thumbnail?: string }): { readonly thumbnail?: string } => {
  if (thumbnail === undefined) return {}
  const url = safeUrl(thumbnail, 'body.thumbnail')
  if (!url.startsWith('data:')) throw invalid('body.thumbnail', 'an image as a data URL')
  return { thumbnail: url }
}

/** Backends that carry strings alone get numbers and truth values written out; what nests has no such form. */
const customData = (data: JsonObject, { capabilities }: BodyLimits): JsonObject => {
  const copy = copyJson(object(data, 'body.data'), 'body.data')
  if (capabilities.customValues !== 'strings') return copy
  return Object.fromEntries(
    Object.entries(copy).map(([key, value]) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        throw invalid(`body.data.${key}`, 'a string, a number or a truth value: this backend carries nothing else')
      return [key, String(value)]
    }),
  )
}

const checkedAttachment = ({ type, attachment }: AttachmentBody, { capabilities, uploads, rules }: BodyLimits): Attachment => {
  const path = 'body.attachment'
  const { url, digest, file, preview } = object(attachment, path)
  if (capabilities.attachments === undefined) throw chatError('unsupported', { path, message: 'This backend takes no attachments.' })
  if (url === undefined && file === undefined) throw invalid(path, 'a file or a URL')
  if (file !== undefined && !isLocalFile(file)) throw invalid(`${path}.file`, 'a Blob, or a path with a size')
  if (file !== undefined && url === undefined && !uploads)
    throw chatError('unsupported', { path, message: 'No files can be handed in here: pass a URL.' })
  const rule = ruleFor(rules, type)
  const mime = text(attachment.mime, `${path}.mime`)
  const fileName = text(attachment.name, `${path}.name`)
  if (rule.types !== undefined && !isTypeAllowed(mime, rule.types)) throw invalid(`${path}.mime`, `of a type that may be sent as ${type}`)
  if (rule.extensions !== undefined && !isExtensionAllowed(fileName, rule.extensions))
    throw invalid(`${path}.name`, `a name with an extension that may be sent as ${type}`)
  const limit = Math.min(capabilities.attachments.maxBytes, rule.maxBytes ?? Number.POSITIVE_INFINITY)
  const size = file?.size ?? length(attachment.size, `${path}.size`)
  if (size > limit) throw chatError('tooLarge', { path, limit, message: `A file may have ${limit} bytes; this one has ${size}.` })
  return {
    name: fileName,
    mime,
    size,
    ...(url !== undefined && { url: safeUrl(url, `${path}.url`) }),
    ...(digest !== undefined && { digest: name(digest, `${path}.digest`) }),
    ...(file !== undefined && { file }),
    ...(preview !== undefined && { preview: safeUrl(preview, `${path}.preview`) }),
  }
}

const isLocalFile = (file: unknown): file is LocalFile =>
  isBlob(file) ||
  (typeof file === 'object' &&
    file !== null &&
    'path' in file &&
    typeof file.path === 'string' &&
    'size' in file &&
    Number.isFinite(file.size))

/** A URL that others may follow; anything but http, https, blob and images as data could run there. */
const safeUrl = (url: unknown, path: string): string => {
  const checked = text(url, path)
  if (!isSafeUrl(checked)) throw invalid(path, 'an http, https, blob or image data URL')
  return checked
}

export const ids = (values: readonly string[], path: string, { fold }: Pick<BodyLimits, 'fold'>): readonly string[] => {
  if (!Array.isArray(values)) throw invalid(path, 'a list of ids')
  return Array.from(values, (id: unknown, index) => fold(name(id, `${path}[${index}]`)))
}

/** A non-empty string. */
export const name = (value: unknown, path: string): string => {
  if (typeof value !== 'string' || value === '') throw invalid(path, 'a non-empty string')
  return value
}

/** A plain object, not `null` and not a list. */
export const object = <T>(value: T, path: string): T => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'an object')
  return value
}

const text = (value: unknown, path: string): string => {
  if (typeof value !== 'string') throw invalid(path, 'a string')
  return value
}

const degrees = (value: unknown, most: number, path: string): number => {
  if (typeof value !== 'number' || !(Math.abs(value) <= most)) throw invalid(path, `degrees from -${most} to ${most}`)
  return value
}

const length = (value: unknown, path: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw invalid(path, 'a number from 0')
  return value
}

export const invalid = (path: string, wanted: string): ChatError => chatError('invalid', { path, message: `${path} has to be ${wanted}.` })
