import type { ConversationId, LocalId, MessageId, MessageRef } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'

/** A message that is meant, by the backend's names. */
export interface Target {
  readonly id: MessageId
  readonly conversation: ConversationId
  readonly localId?: LocalId
}

/** Finds it by whatever names are given. Rejects with `notFound` if they lead nowhere. */
export const target = (known: KnownMessages, ref: MessageRef): Target => {
  const id = known.idOf(ref)
  if (id === undefined) throw chatError('notFound', { message: 'No message is known by that name.' })
  // An id that isn't a number names nothing at Easemob.
  if (!/^\d+$/.test(id)) throw chatError('notFound')
  const conversation = ref.conversation ?? known.find(id)?.conversation
  if (conversation === undefined) throw chatError('notFound', { message: 'The conversation of that message isn’t known.' })
  return { id, conversation, ...(ref.localId !== undefined && { localId: ref.localId }) }
}
