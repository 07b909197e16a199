import type { ReactNode, RefObject } from 'react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { openPopup } from '../shared/popup/openPopup.ts'

export interface PopupProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly className: string
  readonly testId: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small dialog beside its anchor; gets the focus. */
export const Popup = ({ anchor, label, className, testId, onClose, children }: PopupProps): ReactNode => {
  const popup = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    if (anchor.current === null || popup.current === null) return
    const end = openPopup({ anchor: anchor.current, popup: popup.current, onClose: () => close() })
    popup.current.focus()
    return end
  }, [anchor])
  return (
    <div ref={popup} className={`popup ${className}`} popover="manual" role="dialog" aria-label={label} tabIndex={-1} data-testid={testId}>
      {children}
    </div>
  )
}
