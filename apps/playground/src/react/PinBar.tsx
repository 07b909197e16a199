import type { ConversationId, PinnedMessage } from '@parlance/core'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import { PinnedButton } from './PinnedButton.tsx'
import { Popup } from './Popup.tsx'

export interface PinBarProps {
  readonly id: ConversationId
  /** The latest first. */
  readonly pinned: readonly PinnedMessage[]
}

/** The message that was pinned last, and a way to the others. */
export const PinBar = ({ id, pinned }: PinBarProps): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [latest] = pinned
  if (latest === undefined) return null
  return (
    <div className="pin-bar" data-testid="pin-bar">
      <Icon name="pin" />
      <PinnedButton id={id} pinned={latest} />
      {pinned.length > 1 && (
        <button
          ref={anchor}
          type="button"
          className="button pin-count"
          data-testid="pin-count"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          All {pinned.length}
        </button>
      )}
      {isOpen && (
        <Popup anchor={anchor} label="Pinned messages" className="pins" testId="pins" onClose={() => setOpen(false)}>
          <ul role="list">
            {pinned.map(one => (
              <li key={one.id}>
                <PinnedButton id={id} pinned={one} onGo={() => setOpen(false)} />
              </li>
            ))}
          </ul>
        </Popup>
      )}
    </div>
  )
}
