import { groups } from '@parlance/core/groups'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { roomNamed } from '../shared/groups/roomNamed.ts'
import { roomErrors } from '../shared/wording/peopleErrors.ts'
import { AttemptError } from './AttemptError.tsx'
import { usePanel } from './panelContext.ts'

export const JoinRoom = ({ onDone }: { readonly onDone: () => void }): ReactNode => {
  const { chat, select } = usePanel()
  const [attempts] = useState(createAttempts)
  const { isRunning } = useReadable(attempts.state)
  const [name, setName] = useState('')
  const id = roomNamed(name)
  const join = async (): Promise<void> => {
    if (id === undefined || !(await attempts.run(groups(chat).join(id)))) return
    onDone()
    select(id)
  }
  return (
    <form
      className="form-parts"
      onSubmit={event => {
        event.preventDefault()
        void join()
      }}
    >
      <label className="form-label">
        Id of the room
        <input className="field" placeholder="garden" value={name} data-testid="room-id" onChange={event => setName(event.target.value)} />
      </label>
      <AttemptError attempts={attempts} words={roomErrors} />
      <button type="submit" className="button is-main" data-testid="join-room-button" disabled={id === undefined || isRunning}>
        Join
      </button>
    </form>
  )
}
