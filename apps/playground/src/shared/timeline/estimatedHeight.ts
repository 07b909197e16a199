import type { TimelineItem } from '@parlance/core'

/** Pixels that a row is thought to take until it has been drawn. */
export const estimatedHeight = (item: TimelineItem | undefined): number => {
  if (item?.type !== 'message') return 44
  const { body } = item.message
  if (body?.type === 'image') return 260
  if (body?.type === 'file') return 84
  return body?.type === 'text' ? 50 + 20 * Math.floor(body.text.length / 44) : 50
}
