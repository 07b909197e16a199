import type { Sequence, TimelineItem } from '@parlance/core'

/** A timeline item where it stands in the scrolled list. */
export interface Row {
  readonly key: string
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly item: TimelineItem
  /** Goes on where the row above left off: no name, no avatar, less space. */
  readonly joined: boolean
}

const PAUSE = 5 * 60_000

/** Whether a message follows closely upon one of the same sender. */
export const isJoined = (items: Sequence<TimelineItem>, index: number): boolean => {
  const item = items.at(index)
  const above = index > 0 ? items.at(index - 1) : undefined
  if (item?.type !== 'message' || above?.type !== 'message' || isNotice(above)) return false
  return item.message.from === above.message.from && item.message.sentAt - above.message.sentAt < PAUSE
}

/** What happened to the conversation is nobody's message. */
const isNotice = ({ message }: Extract<TimelineItem, { type: 'message' }>): boolean => message.body?.type === 'notice'
