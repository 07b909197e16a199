import type { Message, MessageRef, Sequence } from '@parlance/core'

/** The message that a reference names, if it is among these. */
export const messageOf = (messages: Sequence<Message>, { id, from, localId }: MessageRef): Message | undefined =>
  messages.find(
    message => (id !== undefined && message.id === id) || (localId !== undefined && message.localId === localId && message.from === from),
  )
