import type { MessageFact, UserId } from '@parlance/core'
import { readHistory } from '../conversations/readHistory.ts'
import { attempt } from './attempt.ts'
import type { Hub } from './hub.ts'

/** What somebody has not read of what came before anything waited for him: a user who was added while the server ran. */
export const unreadOf = (hub: Hub, user: UserId): readonly MessageFact[] => {
  const facts: MessageFact[] = []
  if (!hub.backend.users().includes(user)) return facts
  attempt(() => {
    for (const { id, unread } of hub.backend.act(user, 'conversations', { count: 50 }).entries) {
      const count = Math.min(unread?.count ?? 0, 50)
      if (count === 0) continue
      const { messages } = readHistory(hub, user, id, { newest: true }, 50)
      const others = messages.filter(({ message }) => message.from !== user).slice(-count)
      facts.push(...others.map(({ message }) => ({ type: 'message' as const, origin: 'catchup' as const, message })))
    }
  })
  return facts
}
