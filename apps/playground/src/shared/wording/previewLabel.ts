import type { Conversation } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'

/** The second line of a conversation in the list: what was said last, and by whom (`Bob:`) where that has to be said. */
export interface PreviewLabel {
  readonly by?: string
  readonly text: string
}

export const previewLabel = ({ id, last }: Conversation, nameOf: NameOf): PreviewLabel => {
  if (last === undefined) return { text: 'Nothing said yet' }
  const text = messageLabel(last, nameOf)
  if (last.recalled || last.body.type === 'notice' || (!last.mine && conversationKind(id) === 'direct')) return { text }
  return { by: `${last.mine ? 'You' : nameOf(last.from)}:`, text }
}
