import type { Chat, Membership, Outcome } from '@parlance/core'
import { direct } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { Attempts } from '../command/createAttempts.ts'
import type { MenuItem } from '../menu/menuItem.ts'
import type { GroupRights } from './groupRights.ts'
import { standsBelow } from './groupRights.ts'

export interface MemberMenuOptions {
  readonly chat: Chat
  readonly attempts: Attempts
  readonly select: (id: ReturnType<typeof direct>) => void
  readonly member: Membership
  readonly own: Membership | undefined
  readonly rights: GroupRights
}

/** What I may do about a member; nothing about myself. */
export const memberMenu = ({ chat, attempts, select, member, own, rights }: MemberMenuOptions): readonly MenuItem[] => {
  const { conversation, user, role = 'member', muted = false } = member
  if (user === chat.self) return []
  const { setRole, mute, remove } = groups(chat)
  const act = (command: () => Promise<Outcome>) => () => void attempts.run(command())
  const isBelow = standsBelow(member, own)
  const items: MenuItem[] = [{ id: 'write', label: 'Write', icon: 'message', run: () => select(direct(user)) }]
  if (rights.roles && isBelow) {
    items.push(
      role === 'admin'
        ? { id: 'member', label: 'Make ordinary member', icon: 'users', run: act(() => setRole(conversation, user, 'member')) }
        : { id: 'admin', label: 'Make admin', icon: 'star', run: act(() => setRole(conversation, user, 'admin')) },
      { id: 'owner', label: 'Make owner in my place', icon: 'star', run: act(() => setRole(conversation, user, 'owner')) },
    )
  }
  if (rights.mute && isBelow) {
    items.push(
      muted
        ? { id: 'unmute', label: 'Let speak', icon: 'message', run: act(() => mute(conversation, user, false)) }
        : { id: 'mute', label: 'Mute', icon: 'blocked', run: act(() => mute(conversation, user)) },
    )
  }
  if (rights.remove && isBelow) {
    items.push({ id: 'remove', label: 'Remove', icon: 'userMinus', danger: true, run: act(() => remove(conversation, [user])) })
  }
  return items
}
