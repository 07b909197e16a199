import type { ReactNode, RefObject } from 'react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { MenuItem } from '../shared/menu/menuItem.ts'
import { openMenu } from '../shared/popup/openMenu.ts'
import { Icon } from './Icon.tsx'

export interface MenuProps {
  readonly label: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

export const Menu = ({ label, anchor, items, onClose }: MenuProps): ReactNode => {
  const popup = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    if (anchor.current === null || popup.current === null) return
    return openMenu({ anchor: anchor.current, popup: popup.current, onClose: () => close() })
  }, [anchor])
  return (
    <div ref={popup} className="popup menu" popover="manual" role="menu" aria-label={label} data-testid="menu">
      {items.map(({ id, label: text, icon, danger, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={`menu-item ${danger === true ? 'is-danger' : ''}`}
          data-action={id}
          onClick={() => {
            onClose()
            run()
          }}
        >
          <Icon name={icon} />
          {text}
        </button>
      ))}
    </div>
  )
}
