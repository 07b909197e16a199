import type { ConversationId } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import { usePanel } from './panelContext.ts'

export interface TitleFormProps {
  readonly id: ConversationId
  readonly title: string
  readonly attempts: Attempts
}

export const TitleForm = ({ id, title, attempts }: TitleFormProps): ReactNode => {
  const { chat } = usePanel()
  const [words, setWords] = useState(title)
  const wanted = words.trim()
  return (
    <form
      className="form-line"
      onSubmit={event => {
        event.preventDefault()
        void attempts.run(groups(chat).update(id, { title: wanted }))
      }}
    >
      <input className="field" aria-label="Title" value={words} data-testid="title" onChange={event => setWords(event.target.value)} />
      <button type="submit" className="button" data-testid="save-title" disabled={wanted === '' || wanted === title}>
        Save
      </button>
    </form>
  )
}
