import type { ReactNode } from 'react'
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { mountEmojiPicker } from '../shared/emoji/mountEmojiPicker.ts'
import { Icon } from './Icon.tsx'
import { Popup } from './Popup.tsx'

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
      {isOpen && (
        <Popup anchor={anchor} label="Emoji" className="emoji-popup" testId="emoji-picker" onClose={() => setOpen(false)}>
          <EmojiHost onPick={onPick} />
        </Popup>
      )}
    </>
  )
}

const EmojiHost = ({ onPick }: EmojiButtonProps): ReactNode => {
  const host = useRef<HTMLDivElement>(null)
  const pick = useEffectEvent(onPick)
  useLayoutEffect(() => (host.current === null ? undefined : mountEmojiPicker(host.current, emoji => pick(emoji))), [])
  return <div ref={host} className="emoji-host" />
}
