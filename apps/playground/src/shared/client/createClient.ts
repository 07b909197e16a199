import type { Chat, ChatOptions, UserId } from '@parlance/core'
import { createChat } from '@parlance/core'
import { downloads } from '@parlance/core/attachments'
import type { SessionTransport } from '@parlance/websocket'
import { createWebSocketTransport } from '@parlance/websocket'
import { attachmentRules } from '../files/attachmentRules.ts'
import { fileUrlOf } from './fileUrlOf.ts'
import { pageDownloader } from './pageDownloader.ts'

/** One account of this page: its chat, and the transport below it. */
export interface Client {
  readonly user: UserId
  readonly chat: Chat
  readonly transport: SessionTransport
}

export interface Account {
  readonly user: UserId
  readonly token: string
  /** `ws:` or `wss:`. */
  readonly server: string
  readonly receipts: NonNullable<ChatOptions['receipts']>
}

/** A real client of the server: nothing here knows that it is a sandbox. */
export const createClient = ({ user, token, server, receipts }: Account): Client => {
  const transport = createWebSocketTransport({ url: server, user, token })
  const chat = createChat({ transport, receipts, attachments: { rules: attachmentRules } })
  downloads(chat, { downloader: pageDownloader(fileUrlOf(server)) })
  return { user, transport, chat }
}
