import { createWebSocketTransport } from '@parlance/websocket'
import type { WebSocketAccount } from './account.ts'
import type { ClientLink } from './clientLink.ts'
import { fileUrlOf } from './fileUrlOf.ts'

export const webSocketLink = ({ server, user, token }: WebSocketAccount): ClientLink => {
  const transport = createWebSocketTransport({ url: server, user, token })
  return { transport, unconfirmed: () => transport.unconfirmed, fileUrl: fileUrlOf(server) }
}
