import { useIncoming, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { incomingLabel } from '../shared/timeline/createAnnouncer.ts'
import { ConversationList } from './ConversationList.tsx'
import { PanelBar } from './PanelBar.tsx'
import { usePanel } from './panelContext.ts'
import { Talk } from './Talk.tsx'

export const Panel = (): ReactNode => {
  const { chat, selected, nameOf } = usePanel()
  const id = useReadable(selected)
  const [alert, setAlert] = useState('')
  useIncoming(message => setAlert(incomingLabel(chat, nameOf)(message)))
  return (
    <>
      <PanelBar />
      <div className="panel-body" data-open={id === undefined ? undefined : ''}>
        <ConversationList />
        {id === undefined ? <p className="no-talk">Pick a conversation.</p> : <Talk key={id} id={id} />}
      </div>
      <p className="visually-hidden" aria-live="polite" data-testid="alert">
        {alert}
      </p>
    </>
  )
}
