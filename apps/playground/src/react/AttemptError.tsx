import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import type { ErrorWords } from '../shared/wording/errorLabel.ts'
import { errorLabel } from '../shared/wording/errorLabel.ts'

export interface AttemptErrorProps {
  readonly attempts: Attempts
  /** What codes mean here. */
  readonly words?: ErrorWords
}

/** Why the last command didn't go. */
export const AttemptError = ({ attempts, words }: AttemptErrorProps): ReactNode => {
  const { error } = useReadable(attempts.state)
  return (
    <p className="error-note" role="alert" data-testid="error">
      {error && `${errorLabel(error, words)}.`}
    </p>
  )
}
