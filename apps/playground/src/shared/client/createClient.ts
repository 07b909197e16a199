import type { Chat, ChatOptions, UserId } from '@parlance/core'
import { createChat } from '@parlance/core'
import { downloads } from '@parlance/core/attachments'
import { attachmentRules } from '../files/attachmentRules.ts'
import type { Account } from './account.ts'
import type { ClientLink } from './clientLink.ts'
import { easemobLink } from './easemobLink.ts'
import { pageDownloader } from './pageDownloader.ts'
import { webSocketLink } from './webSocketLink.ts'

/** One account of this page: its chat, and the link below it. */
export interface Client extends ClientLink {
  readonly user: UserId
  readonly chat: Chat
}

/** A real client of its server: nothing here knows that it is a sandbox. */
export const createClient = (account: Account, receipts: NonNullable<ChatOptions['receipts']>): Client => {
  const link = account.transport === 'easemob' ? easemobLink(account) : webSocketLink(account)
  const chat = createChat({ transport: link.transport, receipts, attachments: { rules: attachmentRules } })
  downloads(chat, { downloader: pageDownloader(link.fileUrl) })
  return { ...link, user: account.user, chat }
}
