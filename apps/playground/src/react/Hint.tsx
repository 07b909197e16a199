import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { usePanel } from './panelContext.ts'

/** What has just been done. */
export const Hint = (): ReactNode => {
  const text = useReadable(usePanel().hint.text)
  return (
    <div className="hint" role="status" data-testid="hint">
      {text !== undefined && <p>{text}</p>}
    </div>
  )
}
