import type { Ack } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { erase } from './erase.ts'
import { deletedFact } from './messageFacts.ts'
import type { Found } from './messageIndex.ts'
import { messagesNamed } from './messageNamed.ts'
import { audienceOf } from './messageNews.ts'
import { dropPin } from './pin.ts'
import { moderates } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Deletes a message for who asks, or for all, as the policy says; again is the same. Throws `unsupported`, and `forbidden` for all but its author and moderators, and for a notice. */
export const deleteMessage = (world: World, asker: Asker, { target }: Requests['delete']['args']): Ack => {
  const { deletion } = world.policy.capabilities
  const found = messagesNamed(world, asker.user, target)
  if (deletion === 'none') throw chatError('unsupported')
  for (const one of found) {
    if (deletion === 'forAll') deleteForAll(world, asker, one)
    else deleteForOne(world, asker, one)
  }
  return { at: world.now() }
}

const deleteForAll = (world: World, asker: Asker, { talk, message }: Found): void => {
  if (message.notice || (message.from !== asker.user && !moderates(talk, asker.user))) throw chatError('forbidden', { path: 'target' })
  if (message.deleted) return
  message.deleted = true
  erase(world, message)
  world.devices.tell(audienceOf(talk, message), news(world, { talk, message }), asker.device)
  dropPin(world, asker, { talk, message })
}

const deleteForOne = (world: World, asker: Asker, { talk, message }: Found): void => {
  const hidden = talk.seats.get(asker.user)?.hidden
  if (hidden === undefined || hidden.has(message.sequence)) return
  hidden.add(message.sequence)
  world.devices.tell([asker.user], news(world, { talk, message }), asker.device)
}

const news = (world: World, { talk, message }: Found): Announcement => ({
  fact: (viewer, origin) => deletedFact(world, viewer, talk, [message], origin),
})
