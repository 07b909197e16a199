import { useConversations } from '@parlance/react'
import type { ReactNode } from 'react'
import { ConversationRow } from './ConversationRow.tsx'

export const ConversationList = (): ReactNode => {
  const conversations = useConversations()
  return (
    <nav className="conversations" aria-label="Conversations">
      <ul className="conversation-list" role="list" data-testid="conversations">
        {conversations.map(conversation => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
    </nav>
  )
}
