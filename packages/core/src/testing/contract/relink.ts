import type { Client } from './client.ts'
import type { Synced } from './client.ts'
import { chatErrorOf, demand } from './demand.ts'

/** Waits until a client notices that its link is lost. */
export const lost = async (client: Client, since: number): Promise<void> => {
  if (client.transport.capabilities.reconnects === 'transport') {
    await client.until(event => (event.type === 'link' && event.state === 'lost' ? event : undefined), 'the loss of its link', since)
    return
  }
  const end = await client.end()
  demand('error' in end, 'A link that was cut completed: the core would never open it again.')
  const error = chatErrorOf(end.error, 'A link that was cut')
  demand(error.retryable, `A link that was cut ended with ${error.code}, which says that trying again is of no use.`)
}

/** Gets a client that lost its link synced again, as the core does: from its last checkpoint, unless the transport does it by itself. */
export const relink = async (client: Client, since: number): Promise<Synced> => {
  if (client.transport.capabilities.reconnects === 'core') return client.connect(client.token)
  const event = await client.until(one => (one.type === 'synced' ? one : undefined), 'synced after the link was lost', since)
  return event
}
