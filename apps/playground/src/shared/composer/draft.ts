import type { Attachment, Draft, MessageRef } from '@parlance/core'
import { isBlank } from '../format/isBlank.ts'

/** Whether there is nothing in it to send. */
export const isEmpty = ({ text, attachments = [] }: Draft): boolean => isBlank(text) && attachments.length === 0

/** Nothing, where nothing is left of it. */
const kept = (draft: Draft): Draft | undefined =>
  draft.text === '' && (draft.attachments ?? []).length === 0 && draft.replyTo === undefined ? undefined : draft

export const withText = (draft: Draft | undefined, text: string): Draft | undefined => kept({ ...draft, text })

export const withAttachments = (draft: Draft | undefined, added: readonly Attachment[]): Draft | undefined =>
  kept({ text: '', ...draft, attachments: [...(draft?.attachments ?? []), ...added] })

export const withoutAttachment = (draft: Draft | undefined, removed: Attachment): Draft | undefined =>
  draft && kept({ ...draft, attachments: (draft.attachments ?? []).filter(attachment => attachment !== removed) })

export const withReply = (draft: Draft | undefined, replyTo: MessageRef): Draft => ({ text: '', ...draft, replyTo })

export const withoutReply = (draft: Draft | undefined): Draft | undefined => {
  if (draft === undefined) return undefined
  const { replyTo: _replyTo, ...rest } = draft
  return kept(rest)
}
