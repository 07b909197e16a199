import type { Conversation, Draft } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { isBlank } from '../format/isBlank.ts'
import { messageLabel } from './messageLabel.ts'

/** The second line of a conversation in the list: what was said last, and by whom (`Bob:`) where that has to be said. */
export interface PreviewLabel {
  readonly by?: string
  readonly text: string
  /** What I have written there, and not sent. */
  readonly isDraft?: boolean
}

export const previewLabel = ({ id, last }: Conversation, nameOf: NameOf, draft?: Draft): PreviewLabel => {
  if (draft !== undefined) return { by: 'Draft:', text: isBlank(draft.text) ? 'Attachment' : draft.text, isDraft: true }
  if (last === undefined) return { text: 'Nothing said yet' }
  const text = messageLabel(last, nameOf)
  if (last.recalled || last.body.type === 'notice' || (!last.mine && conversationKind(id) === 'direct')) return { text }
  return { by: `${last.mine ? 'You' : nameOf(last.from)}:`, text }
}
