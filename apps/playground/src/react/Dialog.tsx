import type { ReactNode } from 'react'
import { useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { openDialog } from '../shared/dialog/openDialog.ts'
import { Icon } from './Icon.tsx'

export interface DialogProps {
  readonly title: string
  readonly testId: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something that is asked above all else. */
export const Dialog = ({ title, testId, onClose, children }: DialogProps): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => (dialog.current === null ? undefined : openDialog(dialog.current, () => close())), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} data-testid={testId}>
      <div className="dialog-content">
        <header className="dialog-bar">
          <h3 id={titleId} className="dialog-title">
            {title}
          </h3>
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
