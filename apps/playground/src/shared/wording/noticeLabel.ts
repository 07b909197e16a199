import type { Message, PendingChange } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

/** Something to say below a message. */
export interface Notice {
  readonly text: string
  readonly isError: boolean
}

const underWay: Readonly<Record<PendingChange['change'], string>> = { recall: 'Recalling…', edit: 'Saving…', delete: 'Deleting…' }
const refused: Readonly<Record<PendingChange['change'], string>> = { recall: 'Not recalled', edit: 'Not changed', delete: 'Not deleted' }

/** What came of a message that isn't simply there: not sent, or about to be changed. */
export const noticeLabel = ({ send, pending }: Message): Notice | undefined => {
  if (send?.state === 'failed') return { text: `Not sent. ${errorLabel(send.error)}.`, isError: true }
  if (send?.state === 'uncertain') return { text: 'It may not have arrived.', isError: true }
  if (pending === undefined) return undefined
  const { change, error } = pending
  return error === undefined
    ? { text: underWay[change], isError: false }
    : { text: `${refused[change]}. ${errorLabel(error)}.`, isError: true }
}
