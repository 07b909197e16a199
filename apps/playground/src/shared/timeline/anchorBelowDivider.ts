import type { Sequence, TimelineItem } from '@parlance/core'
import type { Virtualizer } from '@tanstack/virtual-core'

/**
 * A divider or gap at the top may go when older rows come in: what stays in place then is the first message below it. Gives back what puts
 * it there again in a later version of the list; `undefined` where a message is at the top.
 */
export const anchorBelowDivider = (
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  items: Sequence<TimelineItem>,
): ((later: Sequence<TimelineItem>) => void) | undefined => {
  const offset = virtualizer.scrollOffset ?? 0
  const top = virtualizer.getVirtualItemForOffset(offset)
  if (top === undefined || virtualizer.isAtEnd()) return undefined
  let index = top.index
  while (index < items.length && items.at(index)?.type !== 'message') index++
  const anchor = index === top.index ? undefined : virtualizer.measurementsCache[index]
  if (anchor === undefined) return undefined
  return later => {
    const now = virtualizer.measurementsCache[later.indexOf(String(anchor.key))]
    if (now !== undefined && now.start !== anchor.start) virtualizer.scrollToOffset(now.start + offset - anchor.start)
  }
}
