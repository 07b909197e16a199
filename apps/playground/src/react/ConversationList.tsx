import { useConnection, useConversations, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { Listing } from '../shared/list/listing.ts'
import { filterOf } from '../shared/list/listing.ts'
import { loadAtEnd } from '../shared/list/loadAtEnd.ts'
import { emptyListLabel } from '../shared/wording/emptyListLabel.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { Invitations } from './Invitations.tsx'
import { usePanel } from './panelContext.ts'

export const ConversationList = ({ listing }: { readonly listing: Listing }): ReactNode => {
  const { chat } = usePanel()
  const { name } = useUser(chat.self)
  const conversations = useConversations(filterOf(listing))
  const connection = useConnection()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => (end.current === null ? undefined : loadAtEnd(chat, end.current)), [chat])
  return (
    <nav className="conversations" aria-label={`${name}’s conversations`}>
      <Invitations />
      <ul className="conversation-list" role="list" data-testid="conversations">
        {conversations.map(conversation => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      <p className="no-conversations" role="status" data-testid="no-conversations">
        {conversations.length === 0 && emptyListLabel(connection, listing)}
      </p>
      <div ref={end} />
    </nav>
  )
}
