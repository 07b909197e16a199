import { misuse } from '../misuse.ts'
import { conversationKind, conversationName, isConversationId, type ConversationId } from '../model/ids.ts'
import type { PartContext } from '../part.ts'

/** A conversation's id as a caller gave it, in its one spelling. */
export const checkedConversation = ({ transport }: Pick<PartContext, 'transport'>, id: ConversationId): ConversationId => {
  if (!isConversationId(id))
    return misuse(`${JSON.stringify(id)} is no conversation's id: make one with direct('alice'), group('42') or room('7').`)
  return transport.canonical === undefined ? id : `${conversationKind(id)}:${transport.canonical(conversationName(id))}`
}
