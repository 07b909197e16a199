import type { MessageRef } from '../../model/messageRef.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { CopyForm, Naming } from './step.ts'
import type { Policy, StoredMessage } from './truth.ts'

/** A reference to a message. Where ids count within conversations, one by id says its conversation. */
export const refTo = (
  policy: Policy,
  { conversation, from, localId, copies }: StoredMessage,
  naming: Naming,
  placed: boolean,
): MessageRef => {
  const id = naming === 'localId' ? undefined : copies[0]?.id
  return {
    ...((placed || (policy.ids === 'conversation' && id !== undefined)) && { conversation }),
    ...(id !== undefined && { id }),
    ...(naming !== 'id' && { from, localId }),
  }
}

/** A copy of a message as one answer or event tells it. */
export const copyOf = (message: StoredMessage, form: CopyForm, which = 0): RemoteMessage => {
  const { conversation, from, localId, at, content, copies } = message
  const copy = copies[which] ?? copies[0]
  return {
    conversation,
    from,
    ...content,
    ...(form !== 'localId' && copy !== undefined && { id: copy.id, position: copy.position, sentAt: at }),
    ...(form !== 'id' && { localId }),
  }
}
