import type { Fact } from '@parlance/core'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { tellCommand } from './command.ts'
import { tellContacts } from './contacts.ts'
import { tellDeletion } from './deletion.ts'
import { tellEdit } from './edit.ts'
import { tellHeading } from './heading.ts'
import { tellMembership } from './membership.ts'
import { tellMessage } from './message.ts'
import { tellPin } from './pin.ts'
import { tellPresence } from './presence.ts'
import { tellReaction } from './reaction.ts'
import { tellReadCount } from './readCount.ts'
import { tellRecall } from './recall.ts'
import { tellReceipt } from './receipt.ts'
import { tellRemoval } from './removal.ts'
import type { Told } from './told.ts'

/** What the backend tells all devices alike, also the one that asked for it. */
const toldToAll: ReadonlySet<Fact['type']> = new Set(['membership', 'conversation'])

/** What a device is told of a fact. One that it brought about itself it knows by the answer. */
export const tellings = (hub: Hub, device: Device, fact: Fact): readonly Told[] => {
  const told = tell(hub, device, fact)
  const own = fact.origin === 'echo' || (toldToAll.has(fact.type) && hub.actor?.device === device)
  return own ? [] : told
}

/** Also asked for what isn't told in the end: how things stand is remembered on the way. */
const tell = (hub: Hub, device: Device, fact: Fact): readonly Told[] => {
  switch (fact.type) {
    case 'message':
      return tellMessage(hub, device, fact)
    case 'receipt':
      return tellReceipt(hub, device, fact)
    case 'readCount':
      return tellReadCount(hub, device, fact)
    case 'recalled':
      return tellRecall(hub, device, fact)
    case 'edited':
      return tellEdit(hub, device, fact)
    case 'deleted':
      return tellDeletion(hub, device, fact)
    case 'ephemeral':
      return tellCommand(hub, device, fact)
    case 'conversation':
      return tellHeading(hub, device, fact)
    case 'conversationRemoved':
      return tellRemoval(hub, device, fact)
    case 'membership':
      return tellMembership(hub, device, fact)
    case 'reaction':
      return tellReaction(hub, device, fact)
    case 'pinned':
      return tellPin(hub, device, fact)
    case 'contacts':
      return tellContacts(hub, device, fact)
    case 'presence':
      return tellPresence(hub, device, fact)
    case 'accepted':
    case 'refused':
    case 'blocklist':
      return []
  }
}
