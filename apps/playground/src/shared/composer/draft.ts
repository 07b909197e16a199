import type { Draft, MessageRef } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { isBlank } from '../format/isBlank.ts'

/** Whether there is nothing to send: no words, and no file that could be. */
export const isEmpty = (draft: Draft | undefined, files: readonly StagedAttachment[]): boolean =>
  isBlank(draft?.text ?? '') && files.every(({ state }) => state === 'invalid')

/** Nothing, where nothing is left of it. */
const kept = (draft: Draft): Draft | undefined => (draft.text === '' && draft.replyTo === undefined ? undefined : draft)

export const withText = (draft: Draft | undefined, text: string): Draft | undefined => kept({ ...draft, text })

export const withReply = (draft: Draft | undefined, replyTo: MessageRef): Draft => ({ text: '', ...draft, replyTo })

export const withoutReply = (draft: Draft | undefined): Draft | undefined => {
  if (draft === undefined) return undefined
  const { replyTo: _replyTo, ...rest } = draft
  return kept(rest)
}
