import type { ReactNode, RefObject } from 'react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { mountEmojiPicker } from '../shared/emoji/mountEmojiPicker.ts'
import { Popup } from './Popup.tsx'

export interface EmojiPopupProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly onPick: (emoji: string) => void
  readonly onClose: () => void
}

/** All emoji, to pick from. */
export const EmojiPopup = ({ anchor, onPick, onClose }: EmojiPopupProps): ReactNode => (
  <Popup anchor={anchor} label="Emoji" className="emoji-popup" testId="emoji-picker" onClose={onClose}>
    <EmojiHost onPick={onPick} />
  </Popup>
)

const EmojiHost = ({ onPick }: Pick<EmojiPopupProps, 'onPick'>): ReactNode => {
  const host = useRef<HTMLDivElement>(null)
  const pick = useEffectEvent(onPick)
  useLayoutEffect(() => (host.current === null ? undefined : mountEmojiPicker(host.current, emoji => pick(emoji))), [])
  return <div ref={host} className="emoji-host" />
}
