import type { Fact } from '@parlance/core'
import { deletedFact, editedFact, messageFact, recalledFact } from './messageFacts.ts'
import type { Place } from './permissions.ts'
import { pinFacts } from './pin.ts'
import { reactionFacts } from './react.ts'
import { countFact } from './readCounts.ts'
import { standingReceipts } from './standingReceipts.ts'
import { concerns } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { World } from './world.ts'

export interface Range {
  /** The place before the first. */
  readonly after: number
  readonly through: number
  /** Whether it reaches the newest there is. */
  readonly live: boolean
}

/** What a page tells of its messages, and of what isn't there any more, as far as this backend's history says. */
export const pageFacts = (world: World, place: Place, messages: readonly StoredMessage[], range: Range): readonly Fact[] => {
  const included = world.policy.includes
  const { talk, seat } = place
  const gone = included.has('deletions') ? goneWithin(place, range) : []
  return [
    ...(gone.length > 0 ? [deletedFact(world, seat.user, talk, gone, 'history')] : []),
    ...messages.flatMap(message => factsOf(world, place, message, included)),
    ...(included.has('pins') && range.live ? pinFacts(place) : []),
    ...(included.has('receipts') ? standingReceipts(world, place, messages) : []),
  ]
}

const goneWithin = ({ talk, seat }: Place, { after, through }: Range): readonly StoredMessage[] =>
  [...talk.log.upwards(Math.max(after, seat.floor), through)].filter(
    message => !message.command && concerns(message, seat.user) && (message.deleted || seat.hidden.has(message.sequence)),
  )

const factsOf = (
  world: World,
  { talk, seat: { user } }: Place,
  message: StoredMessage,
  included: World['policy']['includes'],
): readonly Fact[] => {
  const { content, recalled, edited, tally, from } = message
  const erased = content === undefined
  // Without a word about recalls a page would show an unreadable message where nothing is left.
  if (erased && !included.has('recalls')) return []
  return [
    // Before the message itself, which is then never shown otherwise.
    ...(recalled !== undefined && included.has('recalls') ? [recalledFact(world, user, talk, message, recalled, 'history')] : []),
    messageFact(world, user, talk, message, 'history'),
    ...(edited !== undefined && !erased && included.has('edits') ? [editedFact(world, user, talk, message, edited, 'history')] : []),
    ...(!erased && included.has('reactions') ? reactionFacts(world, user, talk, message) : []),
    ...(tally !== undefined && from === user && included.has('counts') ? [countFact(world, user, talk, message, tally, 'history')] : []),
  ]
}
