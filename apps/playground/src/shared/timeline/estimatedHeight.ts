import type { Body, TimelineItem } from '@parlance/core'

/** Pixels that a row is thought to take until it has been drawn. */
export const estimatedHeight = (item: TimelineItem | undefined): number =>
  item?.type !== 'message' ? 44 : bodyHeight(item.message.body) + (item.message.reactions === undefined ? 0 : 32)

const bodyHeight = (body: Body | undefined): number => {
  switch (body?.type) {
    case 'text':
      return 50 + 20 * Math.floor(body.text.length / 44)
    case 'image':
    case 'urlImage':
    case 'video':
      return 260
    case 'location':
    case 'custom':
      return 210
    case 'audio':
    case 'file':
      return 96
    default:
      return 50
  }
}
