import type { Conversation } from '@parlance/core'
import { useDraft, useReadable, useTyping } from '@parlance/react'
import type { ReactNode } from 'react'
import { momentLabel } from '../shared/format/momentLabel.ts'
import { conversationMenu } from '../shared/menu/conversationMenu.ts'
import { currentMinute } from '../shared/minute.ts'
import { conversationTitle } from '../shared/wording/conversationTitle.ts'
import { previewClass } from '../shared/list/previewClass.ts'
import { previewLabel } from '../shared/wording/previewLabel.ts'
import { Badge } from './Badge.tsx'
import { ConversationAvatar } from './ConversationAvatar.tsx'
import { Icon } from './Icon.tsx'
import { Mentions } from './Mentions.tsx'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'
import { Typing } from './Typing.tsx'
import { useNameOf } from './useNameOf.ts'

export const ConversationRow = ({ conversation }: { readonly conversation: Conversation }): ReactNode => {
  const panel = usePanel()
  const { selected, select } = panel
  const nameOf = useNameOf()
  const { id, last, activity, pinned, silenced, unread } = conversation
  const isSelected = useReadable(selected) === id
  const typing = useTyping(id)
  const [draft] = useDraft(id)
  const now = useReadable(currentMinute)
  const title = conversationTitle(conversation, nameOf)
  const isTyping = typing.length > 0
  const { by, text, isDraft = false } = previewLabel(conversation, nameOf, isSelected ? undefined : draft)
  return (
    <li className="conversation-row" data-testid="conversation-row" data-conversation={id}>
      <button
        type="button"
        className="conversation"
        data-testid="conversation"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => select(id)}
      >
        <ConversationAvatar conversation={conversation} title={title} />
        <span className="conversation-title">
          <bdi>{title}</bdi>
        </span>
        <span className="conversation-time">{activity !== undefined && momentLabel(activity, now)}</span>
        <span className={previewClass({ isTyping, isDraft, isRecalled: last?.recalled !== undefined })} data-testid="preview">
          {isTyping ? (
            <Typing users={typing} />
          ) : (
            <>
              {by !== undefined && <bdi>{by}</bdi>} <bdi>{text}</bdi>
            </>
          )}
        </span>
        <span className="conversation-marks">
          {pinned > 0 && (
            <>
              <Icon name="pin" />
              <span className="visually-hidden">Pinned</span>
            </>
          )}
          {silenced && (
            <>
              <Icon name="bellOff" />
              <span className="visually-hidden">Silenced</span>
            </>
          )}
          <Mentions count={unread.mentions} />
          <Badge unread={unread} silenced={silenced} />
        </span>
      </button>
      <MenuButton label={`Actions for ${title}`} items={() => conversationMenu(panel, conversation)} />
    </li>
  )
}
