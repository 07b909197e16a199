import type { ReactNode } from 'react'
import { mentionsLabel } from '../shared/wording/unreadLabel.ts'

/** Somebody named me in what I haven't read. */
export const Mentions = ({ count }: { readonly count: number }): ReactNode =>
  count > 0 && (
    <span className="badge is-mention" data-testid="mentions" data-count={count}>
      <span aria-hidden="true">@</span>
      <span className="visually-hidden">{mentionsLabel(count)}</span>
    </span>
  )
