import type { LiveMessage } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { useConversations } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { forwardTo } from '../shared/dialog/forwardTo.ts'
import { conversationTitle } from '../shared/wording/conversationTitle.ts'
import { Avatar } from './Avatar.tsx'
import { Dialog } from './Dialog.tsx'
import { usePanel } from './panelContext.ts'
import { QuoteText } from './QuoteText.tsx'
import { useNameOf } from './useNameOf.ts'

/** Where to say a message again. */
export const ForwardDialog = ({ message }: { readonly message: LiveMessage }): ReactNode => {
  const panel = usePanel()
  const nameOf = useNameOf()
  const [search, setSearch] = useState('')
  const conversations = useConversations({ search })
  return (
    <Dialog title="Forward to" testId="forward" onClose={() => panel.dialog.set(undefined)}>
      <div className="dialog-quote">
        <QuoteText message={message} />
      </div>
      <input
        type="search"
        className="field"
        data-testid="forward-search"
        placeholder="Search for a conversation"
        aria-label="Search for a conversation"
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      <ul className="dialog-list" role="list">
        {conversations.map(conversation => {
          const { id } = conversation
          const title = conversationTitle(conversation, nameOf)
          return (
            <li key={id}>
              <button
                type="button"
                className="dialog-choice"
                data-testid="forward-target"
                data-conversation={id}
                onClick={() => void forwardTo(panel, message, conversation)}
              >
                <Avatar name={title} className={conversationKind(id) === 'direct' ? 'is-small' : 'is-small is-shared'} />
                <bdi>{title}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
      {conversations.length === 0 && <p className="dialog-note">No conversation of that name</p>}
    </Dialog>
  )
}
