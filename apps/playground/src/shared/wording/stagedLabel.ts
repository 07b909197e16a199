import type { ChatError } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { bytesLabel } from '../format/bytesLabel.ts'
import { errorLabel } from './errorLabel.ts'

/** The line below the name of a file that is about to be sent. */
export const stagedLabel = (item: StagedAttachment): string => {
  switch (item.state) {
    case 'reading':
      return 'Looking at it…'
    case 'ready':
      return bytesLabel(item.size)
    case 'invalid':
      return whyNot(item.error, item)
  }
}

const whyNot = (error: ChatError, { name, size }: StagedAttachment): string => {
  const { code, path, limit } = error
  if (code === 'tooLarge' && limit !== undefined) return `${bytesLabel(size)}: at most ${bytesLabel(limit)} may be sent.`
  if (code === 'invalid' && path?.endsWith('.mime') === true) return 'Files of this type can’t be sent as what they show.'
  if (code === 'invalid' && path?.endsWith('.name') === true) return `.${name.split('.').at(-1) ?? ''} files can’t be sent here.`
  return `${errorLabel(error)}.`
}
