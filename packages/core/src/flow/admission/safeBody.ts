import { withAttachment, type Attachment, type Body } from '../../model/body.ts'
import { chatError, type ChatError } from '../../model/error.ts'
import type { Json } from '../../model/json.ts'
import { isSafeUrl } from '../../model/url.ts'
import { copyJson } from '../copyJson.ts'
import { bodyShape, isBody } from './bodyShape.ts'

/**
 * A body as it may be shown: one that can't be read is `unknown`, with what came where that is JSON [RCV8]; URLs that could run are
 * taken out, and so is what only the sender's device can mean [SEC2]. All of that is reported.
 */
export const safeBody = (body: unknown, report: (error: ChatError) => void): Body => {
  if (!isBody(body)) {
    const fault = bodyShape(body)
    report(chatError('protocol', { path: fault ? `body.${fault}` : 'body', message: 'A body came that can’t be read.' }))
    return unreadable(body)
  }
  const drop = (path: string): void => report(chatError('invalid', { path, message: `${path} may not be followed and was dropped.` }))
  if (body.type === 'urlImage' && !isSafeUrl(body.url)) {
    drop('body.url')
    return { type: 'unknown' }
  }
  const safe = 'attachment' in body ? withAttachment(body, safeAttachment(body.attachment, drop)) : body
  if (safe.type !== 'image' && safe.type !== 'video') return safe
  const { thumbnail, ...rest } = safe
  if (thumbnail === undefined || (thumbnail.startsWith('data:') && isSafeUrl(thumbnail))) return safe
  drop('body.thumbnail')
  return rest
}

const safeAttachment = (attachment: Attachment, drop: (path: string) => void): Attachment => {
  const { file, preview, url, ...safe } = attachment
  if (file !== undefined) drop('body.attachment.file')
  if (preview !== undefined) drop('body.attachment.preview')
  const kept = url === undefined || isSafeUrl(url)
  if (!kept) drop('body.attachment.url')
  if (kept && file === undefined && preview === undefined) return attachment
  return { ...safe, ...(kept && url !== undefined && { url }) }
}

const unreadable = (body: unknown): Body => {
  try {
    return body === undefined ? { type: 'unknown' } : { type: 'unknown', original: copyJson(body as Json, 'body') }
  } catch {
    return { type: 'unknown' }
  }
}
