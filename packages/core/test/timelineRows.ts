import type { ConversationHandle } from '../src/conversationHandle.ts'

/** The numbers of the messages in a timeline, with `-` for a gap and `?` for a message without a number. */
export const timelineRows = (talk: ConversationHandle): string =>
  talk.timeline
    .get()
    .toArray()
    .flatMap(item => (item.type === 'gap' ? ['-'] : item.type === 'message' ? [item.message.id?.slice(1) ?? '?'] : []))
    .join(' ')

export const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, index) => from + index).join(' ')
