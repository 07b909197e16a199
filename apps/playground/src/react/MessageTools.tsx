import type { Message } from '@parlance/core'
import { useCapabilities } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { MenuItem } from '../shared/menu/menuItem.ts'
import { messageMenu } from '../shared/menu/messageMenu.ts'
import { reactionMenu } from '../shared/menu/reactionMenu.ts'
import { canReact } from '../shared/reactions/canReact.ts'
import { EmojiPopup } from './EmojiPopup.tsx'
import { Icon } from './Icon.tsx'
import { Menu } from './Menu.tsx'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'

/** What stands beside a message: its menu, and what one can put to it. */
export const MessageTools = ({ message }: { readonly message: Message }): ReactNode => {
  const panel = usePanel()
  const capabilities = useCapabilities()
  const anchor = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState<'picker' | readonly MenuItem[]>()
  const close = (): void => setShown(undefined)
  const reactions = (): readonly MenuItem[] => reactionMenu({ panel, message, pickOther: () => setShown('picker') })
  const pick = (emoji: string): void => {
    close()
    void panel.chat.conversation(message.conversation).react(message.key, emoji)
  }
  return (
    <div className="message-tools">
      <MenuButton label="Message actions" items={() => [...reactions(), ...messageMenu({ panel, message })]} tabIndex={-1} />
      {canReact(message, capabilities) && (
        <button
          ref={anchor}
          type="button"
          className="icon-button menu-anchor"
          data-testid="react-button"
          aria-label="React"
          aria-haspopup="menu"
          aria-expanded={shown !== undefined}
          tabIndex={-1}
          onClick={() => setShown(shown === undefined ? reactions() : undefined)}
        >
          <Icon name="smile" />
        </button>
      )}
      {shown === 'picker' && <EmojiPopup anchor={anchor} onPick={pick} onClose={close} />}
      {typeof shown === 'object' && <Menu label="React" anchor={anchor} items={shown} onClose={close} />}
    </div>
  )
}
