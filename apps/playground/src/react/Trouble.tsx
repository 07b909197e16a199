import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { part } from '../shared/focus/part.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'

/** What didn't work. */
export const Trouble = (): ReactNode => {
  const { trouble, focus } = usePanel()
  const text = useReadable(trouble)
  const close = (): void => {
    trouble.set(undefined)
    focus.to(part.composer, part.timeline)
  }
  return (
    <div role="status" data-testid="trouble">
      {text !== undefined && (
        <p className="trouble">
          {text}
          <button type="button" className="icon-button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  )
}
