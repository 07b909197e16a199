import type { UserId } from '../../model/ids.ts'
import type { Fact, PinnedFact } from '../../protocol/fact.ts'
import type { Ack } from '../../protocol/remoteMessage.ts'
import type { TransportEvent } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { present } from './demand.ts'
import type { Said } from './saying.ts'
import { byId } from './saying.ts'

/** Pins a message, or unpins it. */
export const pin = (client: Client, said: Said, pinned = true): Promise<Ack> =>
  client.ask(transport => present(transport.pin?.(byId(client, said), pinned), 'pin'), 'pin')

/** Picks the fact by which a client hears that a user pinned a message, or unpinned it. */
export const pinOf =
  (user: UserId, said: Said, pinned = true) =>
  (event: TransportEvent | Fact): PinnedFact | undefined =>
    event.type === 'pinned' && event.id === said.id && event.by === user && event.pinned === pinned ? event : undefined
