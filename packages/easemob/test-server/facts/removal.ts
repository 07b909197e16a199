import type { ConversationRemovedFact } from '@parlance/core'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { conversationNews } from './conversationNews.ts'
import { roamingDeleted } from './deletion.ts'
import type { Told } from './told.ts'

/** A conversation was taken off the list on another device. */
export const tellRemoval = (hub: Hub, device: Device, { conversation, withHistory }: ConversationRemovedFact): readonly Told[] => [
  ...(withHistory === true ? [roamingDeleted(hub, conversation)] : []),
  conversationNews(hub, conversation, 'del', { from: device.user }),
]
