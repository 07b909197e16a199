import type { ChatError, Message, MessageChange, PendingChange } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

/** Something to say below a message. */
export interface Notice {
  readonly text: string
  readonly isError: boolean
}

const underWay: Readonly<Record<MessageChange['change'], string>> = { recall: 'Recalling…', edit: 'Saving…', delete: 'Deleting…' }
const refused: Readonly<Record<PendingChange['change'], string>> = {
  recall: 'Not recalled',
  edit: 'Not changed',
  delete: 'Not deleted',
  react: 'The reaction was not taken',
  pin: 'Not pinned',
}

/** What came of a message that isn't simply there: not sent, or about to be changed. */
export const noticeLabel = ({ send, pending }: Message): Notice | undefined => {
  if (send?.state === 'failed') return { text: `Not sent. ${errorLabel(send.error)}.`, isError: true }
  if (send?.state === 'uncertain') return { text: 'It may not have arrived.', isError: true }
  if (pending === undefined) return undefined
  if (!hasFailed(pending)) return { text: underWay[pending.change], isError: false }
  return { text: `${refused[pending.change]}. ${errorLabel(pending.error)}.`, isError: true }
}

const hasFailed = (pending: PendingChange): pending is PendingChange & { readonly error: ChatError } => pending.error !== undefined
