import type { TimelineItem } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

type Gap = Extract<TimelineItem, { type: 'gap' }>

/** What a gap says, and what its button does, where it has one. */
export const gapLook = ({ fillable, filling, error }: Gap): { readonly text: string; readonly button: string | undefined } => {
  if (filling) return { text: 'Loading what is missing…', button: undefined }
  if (error !== undefined) return { text: `Messages are missing here. ${errorLabel(error)}.`, button: 'Try again' }
  return { text: 'Messages are missing here.', button: fillable ? 'Load them' : undefined }
}
