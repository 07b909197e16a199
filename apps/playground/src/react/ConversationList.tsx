import { useConnection, useConversations } from '@parlance/react'
import type { ReactNode } from 'react'
import { emptyListLabel } from '../shared/wording/emptyListLabel.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { usePanel } from './panelContext.ts'

export const ConversationList = (): ReactNode => {
  const { name } = usePanel()
  const conversations = useConversations()
  const connection = useConnection()
  return (
    <nav className="conversations" aria-label={`${name}’s conversations`}>
      <ul className="conversation-list" role="list" data-testid="conversations">
        {conversations.map(conversation => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      <p className="no-conversations" role="status" data-testid="no-conversations">
        {conversations.length === 0 && emptyListLabel(connection)}
      </p>
    </nav>
  )
}
