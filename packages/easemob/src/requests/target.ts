import type { ConversationId, LocalId, MessageId, MessageRef } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'
import { positionOf } from '../positions.ts'
import { said } from '../said.ts'

/** A message that is meant, by the backend's names. */
export interface Target {
  readonly id: MessageId
  readonly conversation: ConversationId
  readonly localId?: LocalId
}

/** Finds it by whatever names are given. Throws `notFound` if they lead nowhere: an id that is no number names nothing at Easemob. */
export const target = (known: KnownMessages, ref: MessageRef): Target => {
  const id = known.idOf(ref)
  const conversation = ref.conversation ?? known.find(id)?.conversation
  if (id === undefined || positionOf(id) === undefined || conversation === undefined) throw chatError('notFound')
  return said({ id, conversation, localId: ref.localId })
}
