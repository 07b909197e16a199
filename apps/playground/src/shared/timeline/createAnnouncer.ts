import type { ConversationHandle, MessageKey, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

/** The message of others that came last in a conversation while it was shown: something for a screen reader to say. */
export interface Announcer {
  /** Its key only: what it says may be withdrawn. */
  readonly newest: Readable<MessageKey | undefined>
  /** Begins to listen; gives back what ends that. */
  readonly start: () => () => void
}

export const createAnnouncer = (talk: Pick<ConversationHandle, 'messages'>): Announcer => {
  const newest = createCell<MessageKey | undefined>(undefined)
  return {
    newest,
    start: () => {
      let known = talk.messages.get().at(-1)?.key
      return talk.messages.subscribe(messages => {
        const last = messages.at(-1)
        if (last === undefined || last.key === known) return
        const isFirst = known === undefined
        known = last.key
        if (!isFirst && !last.mine) newest.set(last.key)
      })
    },
  }
}
