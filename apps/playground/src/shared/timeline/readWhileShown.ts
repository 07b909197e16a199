import type { ConversationHandle, Readable } from '@parlance/core'

export interface Shown {
  readonly talk: Pick<ConversationHandle, 'unread' | 'history' | 'timeline' | 'markRead' | 'setActive'>
  readonly onScreen: Readable<boolean>
  readonly atEnd: Readable<boolean>
}

/** Marks a conversation read whenever its newest message is in sight; gives back what ends that. */
export const readWhileShown = ({ talk, onScreen, atEnd }: Shown): (() => void) => {
  const look = (): void => {
    const { count, marked } = talk.unread.get()
    const isSeen = onScreen.get() && atEnd.get() && talk.timeline.get().length > 0 && !talk.history.get().hasNewer
    if (isSeen && (count > 0 || marked)) void talk.markRead()
  }
  const stops = [
    onScreen.subscribe(on => talk.setActive(on)),
    ...[onScreen, atEnd, talk.unread, talk.history].map(readable => readable.subscribe(look)),
  ]
  return () => {
    for (const stop of stops) stop()
    talk.setActive(false)
  }
}
