import type { ReactNode } from 'react'
import { useState } from 'react'

export interface ConfirmButtonProps {
  readonly label: string
  /** What it says after the first press; the second does it. */
  readonly question: string
  readonly testId: string
  readonly onConfirm: () => void
}

export const ConfirmButton = ({ label, question, testId, onConfirm }: ConfirmButtonProps): ReactNode => {
  const [isAsking, setAsking] = useState(false)
  return (
    <button
      type="button"
      className="button is-danger"
      data-testid={testId}
      onBlur={() => setAsking(false)}
      onClick={() => {
        setAsking(!isAsking)
        if (isAsking) onConfirm()
      }}
    >
      {isAsking ? question : label}
    </button>
  )
}
