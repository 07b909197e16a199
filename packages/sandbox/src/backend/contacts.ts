import type { Contact, ContactsFact, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { somebodyElse } from './somebodyElse.ts'
import type { Asker, World } from './world.ts'

/** UTF-16 units of the words beside a request. */
const MAX_MESSAGE = 500

/** Everybody who stands to a user in some way. Throws `unsupported`, as all of these do. */
export const contacts = (world: World, { user }: Asker): ContactsFact => {
  checkAbility(world)
  return { type: 'contacts', origin: 'history', whole: true, ...world.contacts.of(user) }
}

/**
 * Asks somebody, with words if there are any; if they ask already, that accepts. Again with the same words is the same. Throws `notFound`,
 * `invalid`, `tooLarge`, and `blocked` where they want nothing of who asks.
 */
export const addContact = (world: World, asker: Asker, { user, message }: Requests['addContact']['args']): null => {
  const { mine } = between(world, asker, user)
  if (world.accounts.hasBlocked(user, asker.user)) throw chatError('blocked', { path: 'user' })
  if (message !== undefined && message.length > MAX_MESSAGE) throw chatError('tooLarge', { path: 'message', limit: MAX_MESSAGE })
  if (mine.state === 'contact' || (mine.state === 'outgoing' && mine.message === message)) return null
  if (mine.state === 'incoming') return become(world, asker, user, ['contact', 'contact'])
  return become(world, asker, user, ['outgoing', 'incoming'], message)
}

/** Throws `notFound` where nobody asks; again is the same. */
export const acceptContact = (world: World, asker: Asker, { user }: Requests['acceptContact']['args']): null => {
  const { mine } = between(world, asker, user)
  if (mine.state === 'contact') return null
  if (mine.state !== 'incoming') throw asksNobody(user)
  return become(world, asker, user, ['contact', 'contact'])
}

/** Who asked hears of it. Throws `notFound` where nobody asks; again is the same. */
export const declineContact = (world: World, asker: Asker, { user }: Requests['declineContact']['args']): null => {
  const { mine, theirs } = between(world, asker, user)
  if (mine.state === 'incoming') return become(world, asker, user, ['none', 'declined'])
  if (theirs.state === 'declined') return null
  throw asksNobody(user)
}

/** Ends it whatever it is: a request of mine is taken back, and what was declined is forgotten. */
export const removeContact = (world: World, asker: Asker, { user }: Requests['removeContact']['args']): null => {
  const { mine } = between(world, asker, user)
  return mine.state === 'none' ? null : become(world, asker, user, ['none', 'none'])
}

const checkAbility = ({ policy }: World): void => {
  if (policy.capabilities.contacts !== true) throw chatError('unsupported')
}

const asksNobody = (user: UserId): Error => chatError('notFound', { path: 'user', message: `${user} doesn't ask.` })

const between = (world: World, { user: me }: Asker, user: UserId): { readonly mine: Contact; readonly theirs: Contact } => {
  checkAbility(world)
  somebodyElse(world, me, user)
  return { mine: world.contacts.get(me, user), theirs: world.contacts.get(user, me) }
}

/** How each stands to the other from now on; both hear of it, on all their devices. */
const become = (
  world: World,
  { user: me, device }: Asker,
  user: UserId,
  [mine, theirs]: readonly [Contact['state'], Contact['state']],
  message?: string,
): null => {
  const at = world.now()
  for (const [owner, other, state] of [[me, user, mine] as const, [user, me, theirs] as const]) {
    const before = world.contacts.get(owner, other)
    if (before.state === state && state !== 'outgoing' && state !== 'incoming') continue
    const contact: Contact = { user: other, state, at, ...(message !== undefined && { message }) }
    const version = world.nextVersion()
    world.contacts.set(owner, contact, version)
    world.devices.tell([owner], { fact: (_viewer, origin) => ({ type: 'contacts', origin, contacts: [contact], version }) }, device)
  }
  return null
}
