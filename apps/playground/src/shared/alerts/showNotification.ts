import type { Chat, Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { conversationTitle } from '../wording/conversationTitle.ts'
import { messageLabel } from '../wording/messageLabel.ts'

export interface NotificationOptions {
  readonly chat: Chat
  readonly message: Message
  readonly nameOf: NameOf
  /** Somebody clicked on it. */
  readonly onOpen: () => void
}

/** Shows a message on the desktop: one per conversation, the latest. It goes when the message is read, or recalled. */
export const showNotification = ({ chat, message, nameOf, onOpen }: NotificationOptions): void => {
  const { conversation, from, key } = message
  const { info, unread } = chat.conversation(conversation)
  const sender = nameOf(from)
  const title = conversationTitle(info.get(), nameOf)
  const notification = new Notification(title === sender ? sender : `${sender} · ${title}`, {
    body: messageLabel(message, nameOf),
    tag: `${chat.self} ${conversation}`,
  })
  const stops = [
    chat.message(key).subscribe(now => {
      if (now === undefined || now.recalled) notification.close()
    }),
    unread.subscribe(({ count }) => {
      if (count === 0) notification.close()
    }),
  ]
  notification.addEventListener('close', () => {
    for (const stop of stops) stop()
  })
  notification.addEventListener('click', () => {
    notification.close()
    onOpen()
  })
}
