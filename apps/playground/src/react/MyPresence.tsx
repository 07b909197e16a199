import type { Presence } from '@parlance/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { MAX_STATUS, presenceChoices, setMyPresence } from '../shared/people/myPresence.ts'
import { stateLabels } from '../shared/wording/presenceLabel.ts'
import { AttemptError } from './AttemptError.tsx'
import { usePanel } from './panelContext.ts'

/** What I am for others: there, away or busy, with words of my own. */
export const MyPresence = ({ presence }: { readonly presence: Presence | undefined }): ReactNode => {
  const { chat } = usePanel()
  const [attempts] = useState(createAttempts)
  const [words, setWords] = useState(presence?.status ?? '')
  const state = presence?.state ?? 'online'
  const set = (next: Presence['state']): void => void attempts.run(setMyPresence(chat, next, words))
  return (
    <form
      className="form-part"
      onSubmit={event => {
        event.preventDefault()
        set(state)
      }}
    >
      <p className="form-heading">You are</p>
      <div className="segments" role="group" aria-label="You are">
        {presenceChoices.map(choice => (
          <button
            key={choice}
            type="button"
            className="segment"
            aria-pressed={state === choice}
            data-testid={`be-${choice}`}
            onClick={() => set(choice)}
          >
            <span className="presence" data-state={choice} />
            {stateLabels[choice]}
          </button>
        ))}
      </div>
      <div className="form-line">
        <input
          className="field"
          aria-label="In your own words"
          placeholder="In your own words"
          maxLength={MAX_STATUS}
          value={words}
          data-testid="my-status"
          onChange={event => setWords(event.target.value)}
        />
        <button type="submit" className="button" data-testid="set-status">
          Set
        </button>
      </div>
      <AttemptError attempts={attempts} />
    </form>
  )
}
