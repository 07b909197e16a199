import type { Ack, Origin, ReactionFact, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { refFor } from './messageFacts.ts'
import { standingMessage } from './messageNamed.ts'
import { audienceOf, newsAbout } from './messageNews.ts'
import { checkMayWrite } from './permissions.ts'
import type { ReactionRegister, StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Different emoji that one user may ever have put to one message. */
const MAX_EMOJI = 20
/** UTF-16 units of one emoji. */
const MAX_LENGTH = 64

/**
 * Puts an emoji to a message, or takes it away: one register per message, user and emoji [RCT1]; again is the same. Throws `unsupported`,
 * `invalid`, `tooLarge`, as `standingMessage` does, and what a send may throw for who may not write there.
 */
export const react = (world: World, asker: Asker, { target, emoji, active }: Requests['react']['args']): Ack => {
  if (world.policy.capabilities.reactions !== true) throw chatError('unsupported')
  if (emoji === '' || emoji.length > MAX_LENGTH)
    throw chatError('invalid', { path: 'emoji', message: `An emoji has 1 to ${MAX_LENGTH} characters.` })
  const { talk, seat, message } = standingMessage(world, asker.user, target)
  const own = message.reactions.get(asker.user)
  const known = own?.get(emoji)
  if ((known?.active ?? false) === active) return ackOf(world, message, known)

  // Who may not write any more may still take back what he put there.
  if (active) checkMayWrite(world, { talk, seat })
  if (known === undefined && (own?.size ?? 0) >= MAX_EMOJI) {
    throw chatError('tooLarge', { path: 'emoji', limit: MAX_EMOJI, message: `One may put ${MAX_EMOJI} different emoji to a message.` })
  }
  const register: ReactionRegister = { user: asker.user, emoji, active, at: world.now(), version: world.nextVersion() }
  message.reactions.set(asker.user, new Map(own).set(emoji, register))
  const news = newsAbout(world, talk, message, (viewer, origin) => reactionFact(world, viewer, talk, message, register, origin))
  world.devices.tell(audienceOf(talk, message), news, asker.device)
  return ackOf(world, message, register)
}

const ackOf = (world: World, { id }: StoredMessage, register: ReactionRegister | undefined): Ack =>
  register === undefined ? { id, at: world.now() } : { id, at: register.at, version: register.version }

/** Every reaction to a message, also those taken away: who was away may still show them. */
export const reactionFacts = (world: World, viewer: UserId, talk: Talk, message: StoredMessage): readonly ReactionFact[] =>
  [...message.reactions.values()].flatMap(registers =>
    Array.from(registers.values(), register => reactionFact(world, viewer, talk, message, register, 'history')),
  )

const reactionFact = (
  world: World,
  viewer: UserId,
  talk: Talk,
  message: StoredMessage,
  { user, emoji, active, version }: ReactionRegister,
  origin: Origin,
): ReactionFact => ({ type: 'reaction', origin, target: refFor(world, viewer, talk, message), user, emoji, active, version })
