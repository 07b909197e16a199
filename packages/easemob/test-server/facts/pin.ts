import type { PinnedFact } from '@parlance/core'
import { toWireId } from '../frames/ids.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { conversationNews } from './conversationNews.ts'
import type { Told } from './told.ts'

/** A message was pinned for all of its conversation, or is so no more. */
export const tellPin = (hub: Hub, _device: Device, { conversation, id, pinned, by, at }: PinnedFact): readonly Told[] => [
  conversationNews(hub, conversation, pinned ? 'pin' : 'pin_delete', { from: by, at, ext: toWireId(id) }),
]
