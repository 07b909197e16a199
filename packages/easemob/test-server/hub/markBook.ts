import type { ConversationId, UserId } from '@parlance/core'

/**
 * What users marked their conversations with. The backend has no such thing: marks mean nothing to Easemob either, and it neither puts one
 * there nor takes one away by itself.
 */
export interface MarkBook {
  /** The names of those that a conversation has, in the order in which they were put there. */
  of(user: UserId, conversation: ConversationId): readonly string[]
  /** Whether that changed anything. */
  set(user: UserId, conversation: ConversationId, mark: string, isOn: boolean): boolean
  /** With a conversation its marks go. */
  forget(user: UserId, conversation: ConversationId): void
}

export const createMarkBook = (): MarkBook => {
  const marks = new Map<string, Set<string>>()
  const at = (user: UserId, conversation: ConversationId): string => `${user} ${conversation}`

  return {
    of: (user, conversation) => [...(marks.get(at(user, conversation)) ?? [])],
    set(user, conversation, mark, isOn) {
      const place = at(user, conversation)
      const there = marks.get(place) ?? new Set()
      marks.set(place, there)
      if (there.has(mark) === isOn) return false
      if (isOn) there.add(mark)
      else there.delete(mark)
      return true
    },
    forget: (user, conversation) => void marks.delete(at(user, conversation)),
  }
}
