import { useConversations } from '@parlance/react'
import type { ReactNode } from 'react'
import { ConversationRow } from './ConversationRow.tsx'
import { usePanel } from './panelContext.ts'

export const ConversationList = (): ReactNode => {
  const { name } = usePanel()
  const conversations = useConversations()
  return (
    <nav className="conversations" aria-label={`${name}’s conversations`}>
      <ul className="conversation-list" role="list" data-testid="conversations">
        {conversations.map(conversation => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
    </nav>
  )
}
