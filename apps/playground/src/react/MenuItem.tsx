import type { ReactNode } from 'react'
import type { MenuItem as MenuItemModel } from '../shared/menu/menuItem.ts'
import { Emoji } from './Emoji.tsx'
import { Icon } from './Icon.tsx'

export interface MenuItemProps {
  readonly item: MenuItemModel
  /** Before it is done. */
  readonly onChoose: () => void
}

export const MenuItem = ({ item: { id, label, icon, danger, emoji, isQuick = false, isOn, run }, onChoose }: MenuItemProps): ReactNode => (
  <button
    type="button"
    role={isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
    aria-checked={isOn}
    aria-label={isQuick ? label : undefined}
    title={isQuick ? label : undefined}
    tabIndex={-1}
    className={`${isQuick ? 'menu-quick' : 'menu-item'} ${danger === true ? 'is-danger' : ''}`}
    data-action={id}
    onClick={() => {
      onChoose()
      run()
    }}
  >
    {emoji === undefined ? <Icon name={icon} /> : <Emoji emoji={emoji} isDecorative />}
    {!isQuick && label}
  </button>
)
