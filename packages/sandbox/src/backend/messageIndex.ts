import type { LocalId, MessageId, UserId } from '@parlance/core'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'

export interface Found {
  readonly talk: Talk
  readonly message: StoredMessage
}

/** Messages by what they are called outside their conversation. */
export interface MessageIndex {
  add(found: Found): void
  /** Where ids are unique everywhere. */
  byId(id: MessageId): Found | undefined
  /** In the order in which they were stored; more than one where repeated sends aren't known for what they are. */
  sent(from: UserId, localId: LocalId): readonly Found[]
}

export const createMessageIndex = (ids: 'global' | 'conversation'): MessageIndex => {
  const byId = new Map<MessageId, Found>()
  const bySender = new Map<UserId, Map<LocalId, Found[]>>()

  return {
    add(found) {
      const { id, from, localId } = found.message
      if (ids === 'global') byId.set(id, found)
      if (localId === undefined) return
      const sent = bySender.get(from) ?? new Map<LocalId, Found[]>()
      bySender.set(from, sent)
      const same = sent.get(localId)
      if (same === undefined) sent.set(localId, [found])
      else same.push(found)
    },
    byId: id => byId.get(id),
    sent: (from, localId) => bySender.get(from)?.get(localId) ?? [],
  }
}
