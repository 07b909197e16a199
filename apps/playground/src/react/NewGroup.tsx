import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createPicking } from '../shared/groups/createPicking.ts'
import { foundGroup } from '../shared/groups/foundGroup.ts'
import { knownPeople } from '../shared/groups/knownPeople.ts'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { peopleErrors } from '../shared/wording/peopleErrors.ts'
import { AttemptError } from './AttemptError.tsx'
import { usePanel } from './panelContext.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { Switch } from './Switch.tsx'

export const NewGroup = ({ onDone }: { readonly onDone: () => void }): ReactNode => {
  const panel = usePanel()
  const [attempts] = useState(createAttempts)
  const [picking] = useState(() => createPicking(knownPeople(panel.chat)))
  const { isRunning } = useReadable(attempts.state)
  const [title, setTitle] = useState('')
  const [isRoom, setRoom] = useState(false)
  const create = async (): Promise<void> => {
    if (await foundGroup(panel, attempts, { title, isRoom, members: picking.picked.get() })) onDone()
  }
  return (
    <form
      className="form-parts"
      onSubmit={event => {
        event.preventDefault()
        void create()
      }}
    >
      <div className="form-part">
        <label className="form-label">
          Title
          <input className="field" required value={title} data-testid="group-title" onChange={event => setTitle(event.target.value)} />
        </label>
        <Switch label="A room that anyone may join" isOn={isRoom} testId="is-room" onChange={setRoom} />
      </div>
      <PeoplePicker legend="Members" picking={picking} />
      <AttemptError attempts={attempts} words={peopleErrors} />
      <button type="submit" className="button is-main" data-testid="create-group" disabled={title.trim() === '' || isRunning}>
        Create
      </button>
    </form>
  )
}
