import type { Chat, ConversationHandle, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from '../wording/messageLabel.ts'

/** Something for a screen reader to say; `id` tells two equal sentences apart. */
export interface Announcement {
  readonly id: number
  readonly text: string
}

/** New messages of others in the conversation that is shown, in words. */
export const createAnnouncer = (
  talk: Pick<ConversationHandle, 'messages'>,
  nameOf: NameOf,
): { readonly said: Readable<Announcement>; readonly start: () => () => void } => {
  const said = createCell<Announcement>({ id: 0, text: '' })
  return {
    said,
    start: () => {
      let known = talk.messages.get().at(-1)?.key
      return talk.messages.subscribe(messages => {
        const newest = messages.at(-1)
        if (newest === undefined || newest.key === known) return
        const isFirst = known === undefined
        known = newest.key
        if (!isFirst && !newest.mine) said.set({ id: said.get().id + 1, text: `${nameOf(newest.from)}: ${messageLabel(newest, nameOf)}` })
      })
    },
  }
}

/** The same for messages that came in other conversations: those that `chat.incoming$` deems worth an alert. */
export const incomingLabel =
  (chat: Chat, nameOf: NameOf): ((message: Parameters<typeof messageLabel>[0]) => string) =>
  message => {
    const { title } = chat.conversation(message.conversation).info.get()
    const where = title === undefined ? '' : ` in ${title}`
    return `New message from ${nameOf(message.from)}${where}: ${messageLabel(message, nameOf)}`
  }
