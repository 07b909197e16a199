import type { Body, ConversationEntry, Fact, RemoteMessage, User } from '@parlance/core'
import { attachmentOf, chatError, withAttachment } from '@parlance/core'
import type { Report } from './schema.ts'
import { isImageData, isSafeUrl } from './urls.ts'

const dropped = (path: string, report: Report): void => {
  report(chatError('invalid', { path, message: 'A URL that is neither http, https, blob nor an image was dropped.' }))
}

/** The body without a URL that may not be followed [SEC2]; what was dropped is reported. A picture that was only its URL is `unknown`. */
const vetBody = (body: Body, report: Report): Body => {
  if (body.type === 'urlImage') {
    if (isSafeUrl(body.url)) return body
    dropped('url', report)
    return { type: 'unknown' }
  }
  return vetAttachment(vetThumbnail(body, report), report)
}

const vetThumbnail = (body: Body, report: Report): Body => {
  if (!('thumbnail' in body) || isImageData(body.thumbnail)) return body
  dropped('thumbnail', report)
  const { thumbnail: _, ...rest } = body
  return rest
}

const vetAttachment = (body: Body, report: Report): Body => {
  const attachment = attachmentOf(body)
  if (attachment?.url === undefined || isSafeUrl(attachment.url)) return body
  dropped('attachment.url', report)
  const { url: _, ...rest } = attachment
  return withAttachment(body, rest)
}

/** The same for a message. */
export const vetMessage = (message: RemoteMessage, report: Report): RemoteMessage => ({ ...message, body: vetBody(message.body, report) })

/** The same for somebody's picture. */
export const vetUser = (user: User, report: Report): User => {
  const { avatar, ...rest } = user
  if (avatar === undefined || isSafeUrl(avatar)) return user
  dropped('avatar', report)
  return rest
}

/** The same for a line of the conversation list: its picture and its last message. */
export const vetEntry = (entry: ConversationEntry, report: Report): ConversationEntry => {
  const { avatar, last, ...rest } = entry
  const safe = avatar === undefined || isSafeUrl(avatar)
  if (!safe) dropped('avatar', report)
  return {
    ...rest,
    ...(avatar !== undefined && safe && { avatar }),
    ...(last !== undefined && { last: vetMessage(last, report) }),
  }
}

/** The same for whatever carries a body. */
export const vetFact = (fact: Fact, report: Report): Fact => {
  if (fact.type === 'message') return { ...fact, message: vetMessage(fact.message, report) }
  if (fact.type === 'edited') return { ...fact, body: vetBody(fact.body, report) }
  if (fact.type === 'conversation') return { ...fact, entry: vetEntry(fact.entry, report) }
  return fact
}
