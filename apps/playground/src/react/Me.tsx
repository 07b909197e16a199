import { useCapabilities, usePresence, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { MyPresence } from './MyPresence.tsx'
import { MySettings } from './MySettings.tsx'
import { Popup } from './Popup.tsx'
import { usePanel } from './panelContext.ts'
import { UserAvatar } from './UserAvatar.tsx'

/** Whose panel it is; opens what they may choose for themselves. */
export const Me = (): ReactNode => {
  const { self } = usePanel().chat
  const { name } = useUser(self)
  const capabilities = useCapabilities()
  const presence = usePresence(self)
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <h2 className="panel-name">
        <button
          ref={anchor}
          type="button"
          className="me"
          data-testid="me"
          aria-label={`${name}: presence, alerts and receipts`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <UserAvatar user={self} withPresence className="is-small" />
          <bdi>{name}</bdi>
        </button>
      </h2>
      {isOpen && (
        <Popup anchor={anchor} label={`${name}’s choices`} className="form" testId="my-choices" onClose={() => setOpen(false)}>
          {capabilities.presence === true && <MyPresence presence={presence} />}
          <MySettings />
        </Popup>
      )}
    </>
  )
}
