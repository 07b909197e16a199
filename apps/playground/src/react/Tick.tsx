import type { MessageKey } from '@parlance/core'
import { useMessageStatus } from '@parlance/react'
import type { ReactNode } from 'react'
import { statusLook } from '../shared/wording/statusLook.ts'
import { Icon } from './Icon.tsx'

export const Tick = ({ messageKey }: { readonly messageKey: MessageKey }): ReactNode => {
  const status = useMessageStatus(messageKey)
  if (status === undefined) return null
  const { icon, label } = statusLook[status]
  return (
    <span className="tick" role="img" aria-label={label} title={label} data-testid="tick" data-status={status}>
      <Icon name={icon} />
    </span>
  )
}
