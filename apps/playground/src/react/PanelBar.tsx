import { useConnection, useTotalUnread } from '@parlance/react'
import type { ReactNode } from 'react'
import { frameworkNames } from '../shared/panel/createPanel.ts'
import { connectionLook } from '../shared/wording/connectionLook.ts'
import { unreadNumber } from '../shared/wording/unreadLabel.ts'
import { Me } from './Me.tsx'
import { usePanel } from './panelContext.ts'

export const PanelBar = (): ReactNode => {
  const { chat, framework } = usePanel()
  const connection = useConnection()
  const unread = useTotalUnread()
  const { label, detail } = connectionLook(connection)
  return (
    <>
      <header className="panel-bar">
        <Me />
        <span className="framework">{frameworkNames[framework]}</span>
        <span data-testid="total-unread" data-count={unread.count}>
          {unread.count > 0 && (
            <span className="badge">
              <span aria-hidden="true">{unreadNumber(unread)}</span>
              <span className="visually-hidden">{unread.count} unread in all</span>
            </span>
          )}
        </span>
        <span className="connection" role="status" data-testid="connection" data-state={connection.state} title={detail}>
          {label}
        </span>
      </header>
      {connection.state === 'closed' && (
        <div className="closed-note">
          <p role="alert" data-testid="closed">
            {detail}.
          </p>
          <button type="button" className="button" data-testid="connect" onClick={() => void chat.connect()}>
            Connect again
          </button>
        </div>
      )}
    </>
  )
}
