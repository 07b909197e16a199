import type { Attachment, Body } from '../model/body.ts'
import { chatError, type ChatError } from '../model/error.ts'
import { isSafeUrl } from '../model/url.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import { copyJson } from './copyJson.ts'

/** What a backend takes, and how it spells ids. */
export interface BodyLimits {
  readonly capabilities: Capabilities
  /** Whether files can be handed to the backend. */
  readonly uploads: boolean
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
        ...(body.mentions && { mentions: ids(body.mentions, 'body.mentions', limits) }),
      }
    case 'image':
      return {
        type: 'image',
        attachment: checkedAttachment(body.attachment, limits),
        ...(body.width !== undefined && { width: length(body.width, 'body.width') }),
        ...(body.height !== undefined && { height: length(body.height, 'body.height') }),
      }
    case 'file':
      return { type: 'file', attachment: checkedAttachment(body.attachment, limits) }
    case 'command':
      return {
        type: 'command',
        action: name(body.action, 'body.action'),
        ...(body.params !== undefined && { params: copyJson(object(body.params, 'body.params'), 'body.params') }),
      }
    case 'custom':
      return { ...body, type: 'custom', event: name(body.event, 'body.event'), data: copyJson(object(body.data, 'body.data'), 'body.data') }
    default:
      throw invalid('body.type', 'a body that can be sent')
  }
}

const checkedAttachment = (attachment: Attachment, { capabilities, uploads }: BodyLimits): Attachment => {
  const path = 'body.attachment'
  const { url, digest, file, preview } = object(attachment, path)
  if (capabilities.attachments === undefined) throw chatError('unsupported', { path, message: 'This backend takes no attachments.' })
  if (url === undefined && file === undefined) throw invalid(path, 'a file or a URL')
  if (file !== undefined && !(file instanceof Blob)) throw invalid(`${path}.file`, 'a Blob')
  if (file !== undefined && url === undefined && !uploads)
    throw chatError('unsupported', { path, message: 'No files can be handed in here: pass a URL.' })
  const { maxBytes } = capabilities.attachments
  const size = file?.size ?? length(attachment.size, `${path}.size`)
  if (size > maxBytes)
    throw chatError('tooLarge', { path, limit: maxBytes, message: `A file may have ${maxBytes} bytes; this one has ${size}.` })
  return {
    name: text(attachment.name, `${path}.name`),
    mime: text(attachment.mime, `${path}.mime`),
    size,
    ...(url !== undefined && { url: safeUrl(url, `${path}.url`) }),
    ...(digest !== undefined && { digest: name(digest, `${path}.digest`) }),
    ...(file !== undefined && { file }),
    ...(preview !== undefined && { preview: safeUrl(preview, `${path}.preview`) }),
  }
}

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

const length = (value: unknown, path: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw invalid(path, 'a number from 0')
  return value
}

export const invalid = (path: string, wanted: string): ChatError => chatError('invalid', { path, message: `${path} has to be ${wanted}.` })
