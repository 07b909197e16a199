import { useCapabilities } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { NewForm } from '../shared/menu/newMenu.ts'
import { newMenu } from '../shared/menu/newMenu.ts'
import { Icon } from './Icon.tsx'
import { JoinRoom } from './JoinRoom.tsx'
import { Menu } from './Menu.tsx'
import { NewGroup } from './NewGroup.tsx'
import { Popup } from './Popup.tsx'

/** A new group, or a room that is there already. */
export const NewButton = (): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState<'menu' | NewForm>()
  const capabilities = useCapabilities()
  const close = (): void => setShown(undefined)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button"
        data-testid="new"
        aria-label="New"
        title="New group, or join a room"
        aria-haspopup="menu"
        aria-expanded={shown !== undefined}
        onClick={() => setShown(shown === undefined ? 'menu' : undefined)}
      >
        <Icon name="plus" />
      </button>
      {shown === 'menu' && <Menu label="New" anchor={anchor} items={newMenu(capabilities, setShown)} onClose={close} />}
      {shown === 'group' && (
        <Popup anchor={anchor} label="New group" className="form" testId="new-group" onClose={close}>
          <NewGroup onDone={close} />
        </Popup>
      )}
      {shown === 'room' && (
        <Popup anchor={anchor} label="Join a room" className="form" testId="join-room" onClose={close}>
          <JoinRoom onDone={close} />
        </Popup>
      )}
    </>
  )
}
