import type { ConversationId, UserId } from '../../model/ids.ts'
import { direct } from '../../model/ids.ts'
import type { Capabilities } from '../../protocol/capabilities.ts'
import type { Client } from './client.ts'
import { createClient } from './client.ts'
import type { ContractBackend } from './contractBackend.ts'
import type { Patience } from './patience.ts'
import { createPatience } from './patience.ts'

/** A conversation by the name that each of its people gives it. */
export type Talk = (client: Client) => ConversationId

/** Where one check plays: users and conversations of its own. */
export interface Stage extends Patience {
  readonly capabilities: Capabilities
  user(wish: string): Promise<UserId>
  group(members: readonly Client[], wish?: string): Promise<ConversationId>
  /** A device that isn't linked. */
  client(user: UserId, device?: string): Promise<Client>
  /** A device that is synced, of a new user unless one is given. */
  online(wish: string): Promise<Client>
  another(client: Client, device?: string): Promise<Client>
  /** The device after a restart: another transport, not linked. The one before is left. */
  restarted(client: Client): Promise<Client>
  /** Lets go of every link, and gives back what was wrong on them, in sentences. */
  close(): readonly string[]
}

export const createStage = (backend: ContractBackend): Stage => {
  const patience = createPatience(backend)
  const clients: Client[] = []

  const client = async (user: UserId, device = 'phone'): Promise<Client> => {
    const transport = await backend.open(user, device)
    const created = createClient(transport, user, device, patience)
    clients.push(created)
    return created
  }
  const linked = async (user: UserId, device?: string): Promise<Client> => {
    const created = await client(user, device)
    await created.connect()
    return created
  }

  return {
    ...patience,
    capabilities: backend.capabilities,
    user: async wish => backend.makeUser(wish),
    group: async (members, wish) => backend.makeGroup([...new Set(members.map(({ user }) => user))], wish),
    client,
    online: async wish => linked(await backend.makeUser(wish)),
    another: ({ user }, device = 'tablet') => linked(user, device),
    async restarted(before) {
      before.leave()
      return client(before.user, before.device)
    },
    close() {
      for (const one of clients) one.leave()
      return [...new Set(clients.flatMap(one => one.breaches))]
    },
  }
}

/** The conversation of two clients' users. */
export const between =
  (one: Client, other: Client): Talk =>
  ({ user }) =>
    direct(user === one.user ? other.user : one.user)
