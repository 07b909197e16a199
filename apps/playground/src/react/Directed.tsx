import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { directedLabel } from '../shared/wording/directedLabel.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** For whom alone a message is. */
export const Directed = ({ message }: { readonly message: Message }): ReactNode => {
  const { chat } = usePanel()
  const nameOf = useNameOf()
  const label = directedLabel(message, chat, nameOf)
  return (
    label !== undefined && (
      <p className="directed" data-testid="directed">
        <Icon name="lock" />
        {label}
      </p>
    )
  )
}
