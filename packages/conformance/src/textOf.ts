import type { ConversationUnread, Message, Sequence } from '@parlance/core'

/** What a component shows of a message. */
export const textOf = ({ body }: Message): string => (body === undefined ? 'recalled' : body.type === 'text' ? body.text : body.type)

/** What an idiom shows of a conversation. */
export const summaryOf = (messages: Sequence<Message>, unread: ConversationUnread): string =>
  `${messages.map(textOf).join(',')}|${unread.count.toString()}`
