import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { EmojiPopup } from './EmojiPopup.tsx'
import { Icon } from './Icon.tsx'

export interface EmojiButtonProps {
  readonly onPick: (emoji: string) => void
}

export const EmojiButton = ({ onPick }: EmojiButtonProps): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button"
        data-testid="emoji"
        aria-label="Emoji"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="smile" />
      </button>
      {isOpen && <EmojiPopup anchor={anchor} onPick={onPick} onClose={() => setOpen(false)} />}
    </>
  )
}
