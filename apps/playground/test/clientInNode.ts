import type { Chat } from '@parlance/core'
import { createChat } from '@parlance/core'
import { createWebSocketTransport } from '@parlance/websocket'
import type { Playground } from './startPlayground.ts'

/** Somebody in this process, connected over the sandbox's own wire. */
export const clientInNode = async ({ server, token }: Playground, user: string): Promise<Chat> => {
  const chat = createChat({ transport: createWebSocketTransport({ url: server, user, token: token(user) }) })
  await chat.connect()
  return chat
}
