import type { HistoryState, Sequence, TimelineItem, Unread } from '@parlance/core'

/** What is known of a conversation when its list is placed. */
export interface Opening {
  readonly items: Sequence<TimelineItem>
  readonly unread: Unread
  readonly history: Pick<HistoryState, 'hasOlder'>
}

/**
 * The row that the list shows first at its top: the unread marker; `undefined`, the list shows its end. While not all of the unread is
 * here, the marker only stands where the loaded messages begin, or below my own of them: the unread begin somewhere further up.
 */
export const openingRow = ({ items, unread, history }: Opening): number | undefined => {
  const marker = items.indexOf('unread')
  return marker >= 0 && (unread.exact || !history.hasOlder) ? marker : undefined
}
