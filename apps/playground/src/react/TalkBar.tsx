import type { Conversation, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { useCapabilities, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { conversationMenu } from '../shared/menu/conversationMenu.ts'
import { conversationNote } from '../shared/wording/conversationNote.ts'
import { Avatar } from './Avatar.tsx'
import { Icon } from './Icon.tsx'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'
import { Typing } from './Typing.tsx'

export interface TalkBarProps {
  readonly title: string
  readonly conversation: Conversation
  readonly typing: readonly UserId[]
}

export const TalkBar = ({ title, conversation, typing }: TalkBarProps): ReactNode => {
  const panel = usePanel()
  const isSearching = useReadable(panel.searching)
  const { search = [] } = useCapabilities()
  return (
    <header className="talk-bar">
      <button
        type="button"
        className="icon-button talk-back"
        aria-label="Back to the conversations"
        onClick={() => panel.select(undefined)}
      >
        <Icon name="back" />
      </button>
      <Avatar name={title} className={conversationKind(conversation.id) === 'direct' ? '' : 'is-shared'} />
      <div className="talk-names">
        <h3 className="talk-title">
          <bdi>{title}</bdi>
        </h3>
        <p className={`talk-note ${typing.length > 0 ? 'is-typing' : ''}`} role="status" data-testid="note">
          {typing.length > 0 ? <Typing users={typing} /> : conversationNote(conversation)}
        </p>
      </div>
      {search.length > 0 && (
        <button
          type="button"
          className="icon-button search-button"
          data-testid="search-button"
          aria-label="Search in this conversation"
          aria-expanded={isSearching}
          onClick={() => panel.searching.set(!isSearching)}
        >
          <Icon name="search" />
        </button>
      )}
      <MenuButton label="Conversation actions" items={() => conversationMenu(panel, conversation)} />
    </header>
  )
}
