import type { Ack, Authority, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { checkContent, judge, SERVER } from './judge.ts'
import { messageNamed } from './messageNamed.ts'
import { audienceOf, editNews } from './messageNews.ts'
import { checkMayWrite, memberSeat } from './permissions.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { moderates } from './talk.ts'
import type { Asker, World } from './world.ts'

/**
 * Changes a message. Throws `unsupported`, `forbidden`, `editTooLate`, `invalid` for commands, `notFound` for what was recalled, and
 * all that a send may.
 */
export const edit = (world: World, asker: Asker, { target, body, ext }: Requests['edit']['args']): Ack => {
  const { talk, message } = messageNamed(world, asker.user, target)
  const at = world.now()
  const as = authorityOver(world, asker.user, talk, message, at)
  if (message.content === undefined || message.recalled !== undefined)
    throw chatError('notFound', { path: 'target', message: 'The message was recalled.' })
  if (message.command || body.type === 'command') throw chatError('invalid', { path: 'body', message: 'Commands stay as they are.' })
  checkMayWrite(world, { talk, seat: memberSeat(talk, asker.user) })
  checkContent(world, { body, ext }, 'body')
  const { content, replaced } = judge(world, body, ext)

  const first = message.original === undefined && world.policy.capabilities.history.returns === 'original'
  world.files.shown(first ? undefined : message.content.body, content.body)
  if (first) message.original = message.content
  message.content = content
  const version = world.nextVersion()
  // What the rules replaced is one version later: the author's own device has shown his words under the version of the answer.
  message.edited = replaced ? { by: SERVER, as: 'server', at, version: world.nextVersion() } : { by: asker.user, as, at, version }
  world.devices.tell(audienceOf(talk, message), editNews(world, talk, message), asker.device)
  return { id: message.id, at, version }
}

const authorityOver = (world: World, user: UserId, talk: Talk, message: StoredMessage, now: number): Authority => {
  const { edit: rights } = world.policy.capabilities
  if (rights === undefined) throw chatError('unsupported')
  const { windowMs = Infinity, moderators } = rights
  if (message.notice) throw chatError('forbidden', { path: 'target', message: 'A notice stays as it is.' })
  const author = message.from === user
  const moderator = moderators && moderates(talk, user)
  if (!author && !moderator) throw chatError('forbidden', { path: 'target', message: 'Only who sent a message may change it.' })
  if (author && now - message.sentAt <= windowMs) return 'author'
  if (moderator) return 'moderator'
  throw chatError('editTooLate', { limit: windowMs })
}
