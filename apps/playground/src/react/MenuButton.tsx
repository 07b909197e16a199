import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { IconName } from '../shared/icons.ts'
import type { MenuItem } from '../shared/menu/menuItem.ts'
import { Icon } from './Icon.tsx'
import { Menu } from './Menu.tsx'

export interface MenuButtonProps {
  readonly label: string
  /** Asked for when the menu opens. */
  readonly items: () => readonly MenuItem[]
  readonly icon?: IconName
  readonly testId?: string
  readonly tabIndex?: number
}

export const MenuButton = ({ label, items, icon = 'more', testId = 'menu-button', tabIndex }: MenuButtonProps): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState<readonly MenuItem[]>()
  const close = (): void => setShown(undefined)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button menu-anchor"
        data-testid={testId}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={shown !== undefined}
        tabIndex={tabIndex}
        onClick={() => setShown(shown === undefined ? items() : undefined)}
      >
        <Icon name={icon} />
      </button>
      {shown !== undefined && <Menu label={label} anchor={anchor} items={shown} onClose={close} />}
    </>
  )
}
