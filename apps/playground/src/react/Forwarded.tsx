import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** Whose words a forwarded message has. */
export const Forwarded = ({ message: { forwardedFrom } }: { readonly message: Message }): ReactNode => {
  const { chat } = usePanel()
  const nameOf = useNameOf()
  return (
    forwardedFrom !== undefined && (
      <p className="message-forwarded" data-testid="forwarded">
        <Icon name="forward" />
        <span>
          Forwarded from <bdi>{forwardedFrom === chat.self ? 'you' : nameOf(forwardedFrom)}</bdi>
        </span>
      </p>
    )
  )
}
