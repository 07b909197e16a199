import type { Conversation, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import { useCapabilities, usePresence, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { talkMenu } from '../shared/menu/talkMenu.ts'
import { currentMinute } from '../shared/minute.ts'
import { conversationNote } from '../shared/wording/conversationNote.ts'
import { Icon } from './Icon.tsx'
import { Info } from './Info.tsx'
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
  const { id } = conversation
  const presence = usePresence(conversationKind(id) === 'direct' ? conversationName(id) : undefined)
  const now = useReadable(currentMinute)
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
      <Info conversation={conversation} title={title} />
      <div className="talk-names">
        <h3 className="talk-title">
          <bdi>{title}</bdi>
        </h3>
        <p className={`talk-note ${typing.length > 0 ? 'is-typing' : ''}`} role="status" data-testid="note">
          {typing.length > 0 ? <Typing users={typing} /> : conversationNote(conversation, presence, now)}
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
      <MenuButton label="Conversation actions" items={() => talkMenu(panel, conversation)} />
    </header>
  )
}
