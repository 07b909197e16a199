import { useCapabilities, useContactRequests, useReadable, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { sideNames, waitingLabel } from '../shared/wording/sideLabels.ts'
import { Chats } from './Chats.tsx'
import { Contacts } from './Contacts.tsx'
import { NewButton } from './NewButton.tsx'
import { usePanel } from './panelContext.ts'
import { Trouble } from './Trouble.tsx'

/** The column beside the conversation: conversations or contacts. */
export const Side = (): ReactNode => {
  const { chat, side, selected } = usePanel()
  const shown = useReadable(side)
  const isAlone = useReadable(selected) === undefined
  const { name } = useUser(chat.self)
  const { contacts } = useCapabilities()
  const waiting = useContactRequests().incoming.length
  return (
    <div className="side">
      <div className="side-bar">
        <div className="side-tabs" role="group" aria-label={`${name}’s lists`}>
          {(['chats', 'contacts'] as const).map(
            tab =>
              (tab === 'chats' || contacts === true) && (
                <button
                  key={tab}
                  type="button"
                  className="side-tab"
                  data-testid={`side-${tab}`}
                  aria-pressed={shown === tab}
                  onClick={() => side.set(tab)}
                >
                  <span>{sideNames[tab]}</span>
                  {tab === 'contacts' && waiting > 0 && (
                    <span className="badge" data-testid="requests-waiting">
                      <span aria-hidden="true">{waiting}</span>
                      <span className="visually-hidden">{waitingLabel(waiting)}</span>
                    </span>
                  )}
                </button>
              ),
          )}
        </div>
        <NewButton />
      </div>
      {shown === 'chats' ? <Chats /> : <Contacts />}
      {isAlone && <Trouble />}
    </div>
  )
}
