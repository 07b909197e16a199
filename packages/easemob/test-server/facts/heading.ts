import type { ConversationFact } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { conversationNews } from './conversationNews.ts'
import { mucEvent } from './mucEvent.ts'
import { silenceNews } from './silence.ts'
import type { Told } from './told.ts'

/** A conversation was pinned or silenced on another device, or a group has another name or picture. */
export const tellHeading = (hub: Hub, device: Device, { entry }: ConversationFact): readonly Told[] => {
  const { id, title, avatar, pinned = 0, silenced = false } = entry
  const named = { ...(title !== undefined && { title }), ...(avatar !== undefined && { avatar }) }
  const before = device.standings.heading(id, { pinned, silenced, ...named })
  const moved = pinned !== (before?.pinned ?? 0)
  const renamed = before !== undefined && conversationKind(id) !== 'direct' && (title !== before.title || avatar !== before.avatar)
  return [
    ...(moved ? [conversationNews(hub, id, pinned > 0 ? 'top' : 'not_top', { from: device.user, ...(pinned > 0 && { at: pinned }) })] : []),
    ...(silenced !== (before?.silenced ?? false) ? [silenceNews(hub, id, silenced)] : []),
    ...(renamed ? [mucEvent(hub, id, { operation: 'UPDATE', eventInfo: { ext: JSON.stringify({ name: title, avatar }) } })] : []),
  ]
}
