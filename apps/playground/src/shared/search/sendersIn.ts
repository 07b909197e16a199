import type { Message, Sequence, UserId } from '@parlance/core'

/** Who has said something in what is loaded. */
export const sendersIn = (messages: Sequence<Message>): readonly UserId[] => {
  const senders = new Set<UserId>()
  for (const { from, body } of messages) if (body?.type !== 'notice') senders.add(from)
  return [...senders].sort()
}
