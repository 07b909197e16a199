import type { Chat, ConversationId, Readable, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import { createCell } from '../cell.ts'
import { mapReadable } from '../mapReadable.ts'

/** Who else is in a group or room: its members, or as long as nobody tells of them those who have spoken. Between two: nobody else. */
export const othersIn = (chat: Chat, id: ConversationId): Readable<readonly UserId[]> => {
  if (conversationKind(id) === 'direct') return createCell([])
  const others = (users: readonly UserId[]): readonly UserId[] => [...new Set(users)].filter(user => user !== chat.self)
  const members = mapReadable(groups(chat).members(id), all => others(all.map(({ user }) => user)))
  const speakers = mapReadable(chat.conversation(id).messages, said => others(said.toArray().map(({ from }) => from)))
  const now = (): readonly UserId[] => (members.get().length > 0 ? members : speakers).get()
  return {
    get: now,
    subscribe: listener => {
      const stops = [members, speakers].map(source => source.subscribe(() => listener(now())))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
