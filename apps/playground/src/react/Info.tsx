import type { Conversation } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { ConversationAvatar } from './ConversationAvatar.tsx'
import { GroupInfo } from './GroupInfo.tsx'
import { usePanel } from './panelContext.ts'
import { PersonInfo } from './PersonInfo.tsx'
import { Popup } from './Popup.tsx'

export interface InfoProps {
  readonly conversation: Conversation
  readonly title: string
}

/** Whom one talks to; opens what there is to know and to do about them. */
export const Info = ({ conversation, title }: InfoProps): ReactNode => {
  const { info } = usePanel()
  const isOpen = useReadable(info)
  const anchor = useRef<HTMLButtonElement>(null)
  const { id } = conversation
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="info-button"
        data-testid="info-button"
        aria-label={`About ${title}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => info.set(!isOpen)}
      >
        <ConversationAvatar conversation={conversation} title={title} />
      </button>
      {isOpen && (
        <Popup anchor={anchor} label={`About ${title}`} className="form" testId="info" onClose={() => info.set(false)}>
          {conversationKind(id) === 'direct' ? (
            <PersonInfo user={conversationName(id)} />
          ) : (
            <GroupInfo conversation={conversation} title={title} />
          )}
        </Popup>
      )}
    </>
  )
}
