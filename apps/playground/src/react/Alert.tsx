import type { MessageKey } from '@parlance/core'
import { useIncoming, useMessage } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { alertLabel } from '../shared/wording/alertLabel.ts'
import { usePanel } from './panelContext.ts'

/** Says messages that come in other conversations, as long as they stand. */
export const Alert = (): ReactNode => {
  const { chat, nameOf } = usePanel()
  const [key, setKey] = useState<MessageKey>()
  useIncoming(message => setKey(message.key))
  const message = useMessage(key)
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="alert">
      {message && alertLabel(chat, message, nameOf)}
    </p>
  )
}
