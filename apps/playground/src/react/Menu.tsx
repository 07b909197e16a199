import type { ReactNode, RefObject } from 'react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { MenuItem as MenuItemModel } from '../shared/menu/menuItem.ts'
import { openMenu } from '../shared/popup/openMenu.ts'
import { MenuItem } from './MenuItem.tsx'

export interface MenuProps {
  readonly label: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly items: readonly MenuItemModel[]
  readonly onClose: () => void
}

export const Menu = ({ label, anchor, items, onClose }: MenuProps): ReactNode => {
  const popup = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    if (anchor.current === null || popup.current === null) return
    return openMenu({ anchor: anchor.current, popup: popup.current, onClose: () => close() })
  }, [anchor])
  const quick = items.filter(({ isQuick }) => isQuick === true)
  const lines = items.filter(({ isQuick }) => isQuick !== true)
  return (
    <div ref={popup} className="popup menu" popover="manual" role="menu" aria-label={label} data-testid="menu">
      {quick.length > 0 && (
        <div className="menu-row" role="group" aria-label="React">
          {quick.map(item => (
            <MenuItem key={item.id} item={item} onChoose={onClose} />
          ))}
        </div>
      )}
      {lines.map(item => (
        <MenuItem key={item.id} item={item} onChoose={onClose} />
      ))}
    </div>
  )
}
