import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { checkMayWrite, peerOf, placeOf } from './permissions.ts'
import { membersOf } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Tells the others who are there something of the moment; kept for nobody. Throws as a send does. */
export const ephemeral = (world: World, { user }: Asker, { conversation, name, data }: Requests['ephemeral']['args']): null => {
  const { ephemeral: can, maxMessageBytes } = world.policy.capabilities
  if (!can) throw chatError('unsupported')
  const place = placeOf(world, user, conversation)
  checkMayWrite(world, place)
  if (new TextEncoder().encode(JSON.stringify(data)).length > maxMessageBytes)
    throw chatError('tooLarge', { path: 'data', limit: maxMessageBytes })
  const { talk } = place
  const others = talk.kind === 'direct' ? [peerOf(talk, user)] : [...membersOf(talk)].map(seat => seat.user)
  world.devices.tell(
    others.filter(other => other !== user),
    {
      fleeting: true,
      fact: (viewer, origin) => ({ type: 'ephemeral', origin, conversation: talk.nameFor(viewer), from: user, name, data }),
    },
  )
  return null
}
