import type { ConversationId, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Standing } from '../conversations/readHistory.ts'

/** How many times a message was edited the backend doesn't say: at least once. */
export const editMessage = (
  { conversation, from, sentAt = 0 }: { readonly conversation: ConversationId; readonly from: UserId; readonly sentAt?: number },
  { by, at = 0, count = 1 }: { readonly by: UserId; readonly at?: number; readonly count?: number },
): object => {
  const kind = conversationKind(conversation)
  return {
    count,
    operator: by,
    edit_time: at,
    sender: from,
    send_time: sentAt,
    chat_type: `chat:${kind === 'direct' ? 'user' : kind}`,
  }
}

/** What a message of the past carries within: what became of it since. */
export const aboutStanding = ({ message, edited, reactions, delivered, read }: Standing, viewer: UserId): object => ({
  ...(reactions.size > 0 && { reaction: reactionList(reactions, viewer) }),
  ...(edited?.as === 'author' && { edit_msg: editMessage(message, edited) }),
  ...(delivered && { isDelivered: true }),
  ...(read && { isRead: true }),
})

export const reactionList = (reactions: Standing['reactions'], viewer: UserId): readonly object[] =>
  [...reactions].map(([reaction, userList]) => ({ reaction, count: userList.length, userList, state: userList.includes(viewer) }))
