import type { ReactionFact } from '@parlance/core'
import { reactionList } from '../bodies/about.ts'
import { channelTypeOf, jidOf, recipientOf } from '../conversations/addresses.ts'
import { readMessage } from '../conversations/readHistory.ts'
import { toWireId } from '../frames/ids.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { notify } from './notify.ts'
import type { Told } from './told.ts'

/** All that is put to a message by now, and what has just changed. */
export const tellReaction = (hub: Hub, device: Device, { target, user, emoji, active }: ReactionFact): readonly Told[] => {
  const { id, conversation, from } = target
  const standing = id === undefined || conversation === undefined ? undefined : readMessage(hub, device.user, conversation, id)
  if (id === undefined || conversation === undefined || from === undefined || standing === undefined) return []
  const change = [{ operator: user, reactionType: active ? 'create' : 'delete' }]
  // What nobody puts there any more stays, with nobody.
  const reactions = new Map([[emoji, [] as readonly string[]], ...standing.reactions])
  const list = reactionList(reactions, device.user).map(one => ({
    ...one,
    ...('reaction' in one && one.reaction === emoji && { op: change }),
  }))
  const news = {
    from,
    to: recipientOf(conversation, from, device.user).name,
    channel_type: channelTypeOf(conversation),
    messageId: toWireId(id),
    reactions: list,
    ts: hub.backend.now(),
  }
  return [notify(hub, jidOf(conversation), { type: 'reaction', data: [news] })]
}
