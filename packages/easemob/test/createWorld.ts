import type { ConversationId } from '@parlance/core'
import { group, isConversationId, room } from '@parlance/core'
import { createBackend } from '@parlance/sandbox'
import { serveEasemob } from '../test-server/serveEasemob.ts'
import { oddFrame } from './oddFrame.ts'
import type { World } from './world.ts'

/** The test server, and what checks bring about behind it. */
export const createWorld = async (): Promise<World & { close(): Promise<void> }> => {
  // Easemob stores twice what is sent twice.
  const backend = createBackend({ users: [], policy: { dedupe: 'none' } })
  const server = await serveEasemob({ backend })
  let named = 0
  /** Easemob's ids are of letters and figures. */
  const legal = (wish: string): string => `${wish.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}${(++named).toString()}`

  return {
    appKey: server.appKey,
    url: server.url,
    apiUrl: server.apiUrl,
    oddFrame: Array.from(new Uint8Array(oddFrame())),
    makeUser(wish) {
      const id = legal(wish)
      backend.addUser(id)
      return id
    },
    makeGroup(members, wish = 'group') {
      const id = backend.users().includes(wish) ? wish : legal(wish)
      const [owner] = members
      backend.addGroup({ id, members, ...(owner !== undefined && { owner }) })
      return group(id)
    },
    makeRoom(wish) {
      const id = legal(wish)
      backend.addRoom({ id })
      return room(id)
    },
    token: user => server.token(user),
    expire: user => backend.expireToken(user),
    block: (user, other) => backend.block(user, other),
    sayUnknown(from, conversation) {
      backend.post(from, conversationOf(conversation), { type: 'unknown', original: { type: 'COMBINE', text: 'old' } })
    },
    close: () => server.close(),
  }
}

const conversationOf = (name: string): ConversationId => {
  if (!isConversationId(name)) throw new TypeError(`${name} is no conversation.`)
  return name
}
