import type { ConversationUnread, Unread } from '@parlance/core'

/** The number on a badge. */
export const unreadNumber = ({ count }: Unread): string => (count > 99 ? '99+' : count.toString())

/** The badge of a conversation in words. */
export const unreadLabel = ({ count, exact, marked }: ConversationUnread): string => {
  if (count === 0) return marked ? 'Marked unread' : ''
  return exact ? `${count} unread` : `${count} or so unread`
}

/** How often the unread name somebody, in words. */
export const mentionsLabel = (count: number): string => (count === 1 ? 'Mentions you' : `Mentions you ${count} times`)
