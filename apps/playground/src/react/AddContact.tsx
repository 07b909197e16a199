import { contacts } from '@parlance/core/contacts'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { peopleErrors } from '../shared/wording/peopleErrors.ts'
import { AttemptError } from './AttemptError.tsx'
import { usePanel } from './panelContext.ts'

/** Asks somebody by id to know me. */
export const AddContact = (): ReactNode => {
  const { chat } = usePanel()
  const [attempts] = useState(createAttempts)
  const { isRunning } = useReadable(attempts.state)
  const [id, setId] = useState('')
  const [message, setMessage] = useState('')
  const user = id.trim()
  const add = async (): Promise<void> => {
    if (!(await attempts.run(contacts(chat).add(user, message.trim() === '' ? {} : { message: message.trim() })))) return
    setId('')
    setMessage('')
  }
  return (
    <form
      className="form-part"
      onSubmit={event => {
        event.preventDefault()
        if (user !== '') void add()
      }}
    >
      <div className="form-line">
        <input
          className="field"
          aria-label="Id of somebody to add"
          placeholder="Id of somebody to add"
          value={id}
          data-testid="add-id"
          onChange={event => setId(event.target.value)}
        />
        <button type="submit" className="button" data-testid="add-contact" disabled={user === '' || isRunning}>
          Ask
        </button>
      </div>
      {user !== '' && (
        <input
          className="field"
          aria-label="A word with it"
          placeholder="A word with it"
          value={message}
          data-testid="add-message"
          onChange={event => setMessage(event.target.value)}
        />
      )}
      <AttemptError attempts={attempts} words={peopleErrors} />
    </form>
  )
}
