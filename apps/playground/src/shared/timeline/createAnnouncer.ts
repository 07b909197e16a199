import type { Chat, ConversationId, MessageKey, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

/** Something for a screen reader to say. */
export interface Announcement {
  /** Its key only: what it says may be withdrawn. */
  readonly message: MessageKey
  /** Counts from 1: the same message may be said again. */
  readonly number: number
}

/** The message of others that came last in a conversation while it was shown, or mine that failed. */
export interface Announcer {
  readonly newest: Readable<Announcement | undefined>
  /** Begins to listen; gives back what ends that. */
  readonly start: () => () => void
}

export const createAnnouncer = ({ conversation, outbox }: Pick<Chat, 'conversation' | 'outbox'>, id: ConversationId): Announcer => {
  const { messages } = conversation(id)
  const newest = createCell<Announcement | undefined>(undefined)
  const announce = (message: MessageKey): void => newest.set({ message, number: (newest.get()?.number ?? 0) + 1 })

  const startWithMessages = (): (() => void) => {
    let before = messages.get()
    return messages.subscribe(now => {
      const last = now.at(-1)
      // The last may be an old one, too: where a newer one was taken away, or the first page has come.
      if (before.length > 0 && last !== undefined && !last.mine && before.indexOf(last.key) < 0) announce(last.key)
      before = now
    })
  }

  const startWithFailures = (): (() => void) => {
    const failedNow = (): readonly MessageKey[] =>
      outbox
        .get()
        .filter(item => item.conversation === id && item.send.state === 'failed')
        .map(({ key }) => key)
    let known = failedNow()
    return outbox.subscribe(() => {
      const failed = failedNow()
      for (const key of failed) if (!known.includes(key)) announce(key)
      known = failed
    })
  }

  return {
    newest,
    start: () => {
      const stops = [startWithMessages(), startWithFailures()]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
