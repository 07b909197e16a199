import type { ConversationId, PinnedMessage } from '@parlance/core'
import type { ReactNode } from 'react'
import { pinLabel } from '../shared/wording/pinLabel.ts'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

export interface PinnedButtonProps {
  readonly id: ConversationId
  readonly pinned: PinnedMessage
  /** Before one goes there. */
  readonly onGo?: () => void
}

/** A pinned message; a click goes there. */
export const PinnedButton = ({ id, pinned, onGo }: PinnedButtonProps): ReactNode => {
  const { chat, goTo } = usePanel()
  const nameOf = useNameOf()
  const { text, by } = pinLabel(pinned, chat.self, nameOf)
  return (
    <button
      type="button"
      className="pinned"
      data-testid="pinned"
      title="Go to this message"
      onClick={() => {
        onGo?.()
        goTo(id, { id: pinned.id })
      }}
    >
      <bdi className="pinned-text">{text}</bdi>
      <span className="pinned-by">{by}</span>
    </button>
  )
}
