import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { Composer } from '../shared/composer/createComposer.ts'
import { Choices } from './Choices.tsx'
import { Icon } from './Icon.tsx'
import { Popup } from './Popup.tsx'

/** What is chosen for the next message besides what it says. */
export const ChoicesButton = ({ composer }: { readonly composer: Composer }): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const only = useReadable(composer.choices.only)
  const ext = useReadable(composer.choices.ext)
  const hasChosen = only.length > 0 || ext !== ''
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={`icon-button choices-button ${hasChosen ? 'has-chosen' : ''}`}
        data-testid="choices-button"
        aria-label="Options for this message"
        title="Options for this message"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="tune" />
      </button>
      {isOpen && (
        <Popup anchor={anchor} label="Options for this message" className="send-choices" testId="choices" onClose={() => setOpen(false)}>
          <Choices composer={composer} />
        </Popup>
      )}
    </>
  )
}
