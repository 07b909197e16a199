import type { ConversationId, MembersPage } from '@parlance/core'
import { chatError, group, room } from '@parlance/core'
import { isSafeUrl } from '@parlance/websocket/wire'
import type { Requests } from './backend.ts'
import { checkGroupAbility, governed } from './governing.ts'
import { checkComers, takeIn } from './invitations.ts'
import { announceTalk, dissolveTalk, standingFact, tellFounded } from './membership.ts'
import { tellNotice } from './notices.ts'
import type { Asker, World } from './world.ts'

/** Makes a group or room; who asks is its owner. Throws `unsupported`, `invalid` for an unsafe picture, and what inviting throws. */
export const createGroup = (world: World, { user }: Asker, { spec }: Requests['createGroup']['args']): { conversation: ConversationId } => {
  checkGroupAbility(world, 'create')
  const { kind, title, avatar, members = [] } = spec
  checkAvatar(avatar, 'spec.avatar')
  checkComers(world, user, members, 'spec.members')
  const conversation = freshId(world, kind)
  const talk = world.talks.found(conversation, { title, avatar, pastVisible: kind === 'group' })
  world.talks.seat(talk, user, 'owner', world.now())
  tellFounded(world, talk, user)
  takeIn(world, talk, user, members)
  return { conversation }
}

/** Another title or picture. */
export const updateGroup = (world: World, asker: Asker, { conversation, change }: Requests['updateGroup']['args']): null => {
  const { talk } = governed(world, asker, conversation, 'update', 'admin')
  const { title, avatar } = change
  checkAvatar(avatar, 'change.avatar')
  if ((title ?? talk.title) === talk.title && (avatar ?? talk.avatar) === talk.avatar) return null
  talk.title = title ?? talk.title
  talk.avatar = avatar ?? talk.avatar
  announceTalk(world, talk)
  tellNotice(world, talk, asker.user, { event: 'changed', ...(title !== undefined && { title }) })
  return null
}

export const dissolve = (world: World, asker: Asker, { conversation }: Requests['dissolve']['args']): null => {
  dissolveTalk(world, governed(world, asker, conversation, 'dissolve', 'owner').talk, asker.user)
  return null
}

/** Members, and those who are invited, in the order of their ids. Throws `invalid` for a cursor of something else. */
export const members = (world: World, asker: Asker, { conversation, count, cursor }: Requests['members']['args']): MembersPage => {
  const { talk } = governed(world, asker, conversation, 'members', 'member')
  if (cursor !== undefined && typeof cursor !== 'string')
    throw chatError('invalid', { path: 'cursor', message: 'This is no cursor of a list of members.' })
  const rest = [...talk.seats.values()]
    .filter(({ user, state }) => (state === 'member' || state === 'invited') && (cursor === undefined || user > cursor))
    .sort((a, b) => (a.user < b.user ? -1 : 1))
  const page = rest.slice(0, Math.max(1, Math.min(count, world.policy.capabilities.history.maxPage)))
  const last = page.at(-1)
  return {
    members: page.map(seat => standingFact(talk, seat, asker.user, 'history')),
    ...(last !== undefined && page.length < rest.length && { next: last.user }),
  }
}

const checkAvatar = (avatar: string | undefined, path: string): void => {
  if (avatar !== undefined && !isSafeUrl(avatar)) throw chatError('invalid', { path, message: 'A picture has a URL that may be followed.' })
}

const freshId = (world: World, kind: 'group' | 'room'): ConversationId => {
  for (;;) {
    const name = world.nextId()
    const id = kind === 'group' ? group(name) : room(name)
    if (world.talks.shared(id) === undefined) return id
  }
}
