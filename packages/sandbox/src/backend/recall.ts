import type { Ack, Authority, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { erase } from './erase.ts'
import { recalledFact } from './messageFacts.ts'
import { messagesNamed } from './messageNamed.ts'
import { audienceOf } from './messageNews.ts'
import type { Found } from './messageIndex.ts'
import { dropPin } from './pin.ts'
import type { StoredMessage, Withdrawal } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { moderates } from './talk.ts'
import type { Asker, World } from './world.ts'

/**
 * Withdraws a message: its author within the window, a moderator at any time. Again is the same. Throws `recallDisabled`, `forbidden`,
 * `recallTooLate`, and as `messagesNamed` does.
 */
export const recall = (world: World, asker: Asker, { target }: Requests['recall']['args']): Ack => {
  const { mode } = world.policy.capabilities.recall
  const found = messagesNamed(world, asker.user, target).filter(({ message }) => !message.deleted)
  const [first] = found
  if (first === undefined) throw chatError('notFound', { path: 'target' })
  if (mode === 'none') throw chatError('recallDisabled')
  if (first.message.notice) throw chatError('forbidden', { path: 'target', message: 'A notice stays as it is.' })
  const at = world.now()
  if (mode === 'marker') for (const one of found) passOn(world, asker, one, at)
  else {
    const allowed = found.map(one => ({ ...one, as: authorityOver(world, asker.user, one, at) }))
    for (const one of allowed) withdraw(world, asker, one, at)
  }
  return { id: first.message.id, at: first.message.recalled?.at ?? at }
}

const withdraw = (world: World, asker: Asker, { talk, message, as }: Found & { readonly as: Authority }, at: number): void => {
  if (message.recalled !== undefined) return
  message.recalled = { by: asker.user, as, at }
  erase(world, message)
  tell(world, asker, talk, message, message.recalled)
  dropPin(world, asker, { talk, message })
}

const authorityOver = (world: World, user: UserId, { talk, message }: Found, now: number): Authority => {
  const { windowMs = Infinity } = world.policy.capabilities.recall
  const author = message.from === user
  const moderator = world.policy.moderatorsRecall && moderates(talk, user)
  if (!author && !moderator) throw chatError('forbidden', { path: 'target', message: 'Only who sent a message may recall it.' })
  if (author && (message.recalled !== undefined || now - message.sentAt <= windowMs)) return 'author'
  if (moderator) return 'moderator'
  throw chatError('recallTooLate', { limit: windowMs })
}

/** As a backend does that keeps marks only: whoever claims it is passed on as claiming it; what he may not claim is never kept. */
const passOn = (world: World, asker: Asker, { talk, message }: Found, at: number): void => {
  const author = message.from === asker.user
  const moderator = moderates(talk, asker.user)
  const claim: Withdrawal = { by: asker.user, as: moderator && !author ? 'moderator' : 'author', at }
  if (author || moderator) message.recalled ??= claim
  tell(world, asker, talk, message, claim)
  if (message.recalled !== undefined) dropPin(world, asker, { talk, message })
}

const tell = (world: World, asker: Asker, talk: Talk, message: StoredMessage, claim: Withdrawal): void => {
  const news: Announcement = { fact: (viewer, origin) => recalledFact(world, viewer, talk, message, claim, origin) }
  world.devices.tell(audienceOf(talk, message), news, asker.device)
}
