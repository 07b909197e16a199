import type { Fact, Origin, UserId } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import { deletedFact, editedFact, messageFact, recalledFact } from './messageFacts.ts'
import { markHandedOver } from './marks.ts'
import { concerns } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { membersOf } from './talk.ts'
import type { World } from './world.ts'

/** Those in a conversation whom a message concerns; not those who came after it, or cleared it, and have no sight of it. */
export function* audienceOf(talk: Talk, message: StoredMessage): Generator<UserId> {
  for (const { user, floor } of membersOf(talk)) if (message.sequence > floor && concerns(message, user)) yield user
}

const goneFor = (talk: Talk, message: StoredMessage, user: UserId): boolean =>
  message.deleted || (talk.seats.get(user)?.hidden.has(message.sequence) ?? false)

/** A message was stored. */
export const messageNews = (world: World, talk: Talk, message: StoredMessage): Announcement => ({
  fact: (viewer, origin) =>
    goneFor(talk, message, viewer)
      ? deletedFact(world, viewer, talk, [message], origin)
      : messageFact(world, viewer, talk, message, origin),
  handedOver(viewer) {
    if (world.policy.capabilities.delivered === 'auto' && !message.notice) markHandedOver(world, talk, viewer, message)
  },
})

/** Something about a message; should it be gone or withdrawn by then, that instead. */
export const newsAbout = (
  world: World,
  talk: Talk,
  message: StoredMessage,
  fact: (viewer: UserId, origin: Origin) => Fact,
): Announcement => ({
  fact(viewer, origin) {
    if (goneFor(talk, message, viewer)) return deletedFact(world, viewer, talk, [message], origin)
    const { recalled, content } = message
    if (recalled !== undefined && content === undefined) return recalledFact(world, viewer, talk, message, recalled, origin)
    return fact(viewer, origin)
  },
})

/** A message was changed. Tells the last change, should there have been more by then. */
export const editNews = (world: World, talk: Talk, message: StoredMessage): Announcement =>
  newsAbout(world, talk, message, (viewer, origin) => {
    const { edited } = message
    return edited === undefined
      ? messageFact(world, viewer, talk, message, origin)
      : editedFact(world, viewer, talk, message, edited, origin)
  })
