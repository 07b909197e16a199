import type { ReactNode } from 'react'
import type { Closing } from '../shared/composer/closing.ts'

/** What stands where one may not write. */
export const ClosedComposer = ({ closing: { text, action } }: { readonly closing: Closing }): ReactNode => (
  <p className="composer-closed" data-testid="closed-composer">
    {text}
    {action !== undefined && (
      <button type="button" className="button" data-testid="reopen" onClick={action.run}>
        {action.label}
      </button>
    )}
  </p>
)
