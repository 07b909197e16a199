import type { Ack, Origin, PinnedFact, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import type { Found } from './messageIndex.ts'
import { standingMessage } from './messageNamed.ts'
import { audienceOf } from './messageNews.ts'
import type { Place } from './permissions.ts'
import { checkMayWrite } from './permissions.ts'
import { concerns } from './sight.ts'
import type { PinRegister, Talk } from './talk.ts'
import { moderates } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Messages that may be pinned in one conversation at once. */
const MAX_PINS = 50

/**
 * Pins a message for all of its conversation, or unpins it: one register per message [PIN1]; again by the same user is the same. Throws
 * `unsupported`, `forbidden` where only moderators pin, `tooLarge`, as `standingMessage` does, and what a send may throw for who may not
 * write there.
 */
export const pin = (world: World, asker: Asker, { target, pinned }: Requests['pin']['args']): Ack => {
  const { pins } = world.policy.capabilities
  if (pins === undefined) throw chatError('unsupported')
  const { talk, seat, message } = standingMessage(world, asker.user, target)
  if (pins === 'moderators' && talk.kind !== 'direct' && !moderates(talk, asker.user)) {
    throw chatError('forbidden', { path: 'target', message: 'Only owners and admins may pin here.' })
  }
  checkMayWrite(world, { talk, seat })
  const { id, sequence } = message
  const known = talk.pins.get(sequence)
  if (known === undefined && !pinned) return { id, at: world.now() }
  if (known?.pinned === pinned && known.by === asker.user) return { id, at: known.at, version: known.version }
  if (pinned && known?.pinned !== true && pinnedCount(talk) >= MAX_PINS) {
    throw chatError('tooLarge', { path: 'target', limit: MAX_PINS, message: `A conversation may have ${MAX_PINS} pinned messages.` })
  }
  const { at, version } = change(world, asker, { talk, message }, pinned)
  return { id, at, version }
}

/** A message that is withdrawn or deleted isn't pinned any more. */
export const dropPin = (world: World, asker: Asker, found: Found): void => {
  if (found.talk.pins.get(found.message.sequence)?.pinned === true) change(world, asker, found, false)
}

const change = (world: World, asker: Asker, { talk, message }: Found, pinned: boolean): PinRegister => {
  const register: PinRegister = { pinned, by: asker.user, at: world.now(), version: world.nextVersion() }
  talk.pins.set(message.sequence, register)
  world.devices.tell(
    audienceOf(talk, message),
    { fact: (viewer, origin) => pinnedFact(viewer, { talk, message }, register, origin) },
    asker.device,
  )
  return register
}

const pinnedCount = ({ pins }: Talk): number => [...pins.values()].filter(({ pinned }) => pinned).length

/** Every pin of a conversation that a user may see, also what was unpinned: who was away may still show it. */
export const pinFacts = ({ talk, seat }: Place): readonly PinnedFact[] =>
  [...talk.pins].flatMap(([sequence, register]) => {
    const message = talk.log.at(sequence)
    if (message === undefined || sequence <= seat.floor || seat.hidden.has(sequence) || !concerns(message, seat.user)) return []
    return [pinnedFact(seat.user, { talk, message }, register, 'history')]
  })

const pinnedFact = (
  viewer: UserId,
  { talk, message: { id } }: Found,
  { pinned, by, at, version }: PinRegister,
  origin: Origin,
): PinnedFact => ({ type: 'pinned', origin, conversation: talk.nameFor(viewer), id, pinned, by, at, version })
