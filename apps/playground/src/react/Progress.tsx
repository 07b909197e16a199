import type { ReactNode } from 'react'

/** How much of an upload is through, from 0 to 1. */
export const Progress = ({ progress }: { readonly progress: number | undefined }): ReactNode =>
  progress !== undefined && <progress className="message-progress" value={progress} max={1} aria-label="Uploaded" />
