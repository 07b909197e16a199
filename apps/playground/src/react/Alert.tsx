import type { MessageKey } from '@parlance/core'
import { useIncoming, useMessage } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { alertTo } from '../shared/alerts/alertTo.ts'
import { alertLabel } from '../shared/wording/alertLabel.ts'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** Makes messages known that come in other conversations, and says them as long as they stand. */
export const Alert = (): ReactNode => {
  const panel = usePanel()
  const nameOf = useNameOf()
  const [key, setKey] = useState<MessageKey>()
  useIncoming(message => {
    setKey(message.key)
    alertTo(panel, message)
  })
  const message = useMessage(key)
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="alert">
      {message && alertLabel(panel.chat, message, nameOf)}
    </p>
  )
}
