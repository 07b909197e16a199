import type { ConversationId, LocalId, MessageId, UserId } from '../../model/ids.ts'
import type { MessageRef } from '../../model/messageRef.ts'

/** Whether a message id names one message everywhere, or within its conversation. */
export type IdScope = 'global' | 'conversation'

/** A message's name as one string: `(conversation, id)` or `(from, localId)` [ID1]. */
export type MessageName = string

const idName = (scope: IdScope, conversation: ConversationId | undefined, id: MessageId): MessageName | undefined =>
  scope === 'global' ? JSON.stringify(['id', id]) : conversation === undefined ? undefined : JSON.stringify(['id', conversation, id])

export const localName = (from: UserId, localId: LocalId): MessageName => JSON.stringify(['local', from, localId])

/** Every name in a reference; `conversation` is that of the fact around it. */
export const namesIn = (scope: IdScope, ref: MessageRef, conversation?: ConversationId): readonly MessageName[] => {
  const names: MessageName[] = []
  const id = ref.id === undefined ? undefined : idName(scope, ref.conversation ?? conversation, ref.id)
  if (id !== undefined) names.push(id)
  if (ref.from !== undefined && ref.localId !== undefined) names.push(localName(ref.from, ref.localId))
  return names
}
