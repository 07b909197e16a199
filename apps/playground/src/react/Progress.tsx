import type { ReactNode } from 'react'

export interface ProgressProps {
  /** From 0 to 1. */
  readonly progress: number | undefined
  readonly label?: string
}

/** How much of an upload, or of what the label says, is through. */
export const Progress = ({ progress, label = 'Uploaded' }: ProgressProps): ReactNode =>
  progress !== undefined && <progress className="message-progress" value={progress} max={1} aria-label={label} />
