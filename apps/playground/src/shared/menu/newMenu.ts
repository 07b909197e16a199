import type { Capabilities } from '@parlance/core'
import type { MenuItem } from './menuItem.ts'

/** What is asked for before there is something new. */
export type NewForm = 'group' | 'room'

export const newMenu = ({ groups }: Pick<Capabilities, 'groups'>, open: (form: NewForm) => void): readonly MenuItem[] => {
  const join: MenuItem = { id: 'joinRoom', label: 'Join a room', icon: 'message', run: () => open('room') }
  const create: MenuItem = { id: 'newGroup', label: 'New group', icon: 'users', run: () => open('group') }
  return groups?.includes('create') === true ? [create, join] : [join]
}
