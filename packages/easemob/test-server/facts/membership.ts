import type { ConversationId, Membership, MembershipFact } from '@parlance/core'
import { userJid } from '../frames/jid.ts'
import type { MucBody } from '../frames/muc.ts'
import type { Device } from '../hub/device.ts'
import { attempt } from '../hub/attempt.ts'
import { learnMembers } from '../hub/learnMembers.ts'
import type { Hub } from '../hub/hub.ts'
import { mucEvent } from './mucEvent.ts'
import type { Told } from './told.ts'

/** What happened, by the difference between how somebody stood in a group or room and how he stands. */
export const tellMembership = (hub: Hub, device: Device, { membership }: MembershipFact): readonly Told[] => {
  const before = device.standings.member(membership)
  const came = membership.user === device.user && membership.state === 'member' && before?.state !== 'member'
  if (came) attempt(() => learnMembers(args => hub.backend.act(device.user, 'members', args), membership.conversation, device.standings))
  const title = device.standings.title(membership.conversation) ?? titleOf(hub, membership.conversation)
  return changes(before, membership, device.user).map(body =>
    mucEvent(hub, membership.conversation, {
      ...(membership.by !== undefined && { from: userJid(membership.by) }),
      to: [userJid(membership.user)],
      ...(title !== undefined && { mucName: title }),
      ...body,
    }),
  )
}

/** Who was just taken in, or only asked, has not been told it: somebody there knows. */
const titleOf = ({ backend }: Hub, conversation: ConversationId): string | undefined => {
  for (const user of backend.users()) {
    const [entry] = backend.act(user, 'conversations', { count: 1, only: [conversation] }).entries
    if (entry?.title !== undefined) return entry.title
  }
  return undefined
}

const changes = (before: Membership | undefined, now: Membership, viewer: string): readonly MucBody[] =>
  before?.state === now.state ? (now.state === 'member' ? inOffice(before, now) : []) : moved(before, now, viewer)

/** Somebody came or went. */
const moved = (before: Membership | undefined, { state, user, by }: Membership, viewer: string): readonly MucBody[] => {
  const self = userJid(user)
  const mine = user === viewer
  switch (state) {
    case 'invited':
      return mine ? [{ operation: 'INVITE' }] : []
    case 'member':
      if (before?.state === 'invited') return [{ operation: mine ? 'JOIN' : 'INVITE_ACCEPT', from: self }]
      if (mine) return [by === undefined ? { operation: 'JOIN', from: self } : { operation: 'DIRECT_JOINED' }]
      return [{ operation: 'PRESENCE', from: self }]
    case 'left':
      if (before?.state === 'invited') return mine ? [] : [{ operation: 'INVITE_DECLINE', from: self }]
      return [{ operation: mine ? 'LEAVE' : 'ABSENCE', from: self }]
    case 'removed':
      return [{ operation: 'KICK' }]
    case 'dissolved':
      return mine ? [{ operation: 'DESTROY' }] : []
    case 'requested':
      return []
  }
}

/** A member rose or fell, or may speak or not. */
const inOffice = (before: Membership, now: Membership): readonly MucBody[] => [
  ...(now.role === before.role ? [] : office(before, now)),
  ...((now.muted ?? false) === (before.muted ?? false) ? [] : [{ operation: now.muted === true ? 'ADD_MUTE' : 'REMOVE_MUTE' } as const]),
]

const office = (before: Membership, now: Membership): readonly MucBody[] => {
  if (now.role === 'owner') return [{ operation: 'ASSIGN_OWNER' }]
  if (now.role === 'admin') return before.role === 'owner' ? [] : [{ operation: 'ADD_ADMIN' }]
  return [{ operation: 'REMOVE_ADMIN' }]
}
