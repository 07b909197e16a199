import type { ConversationPage, Op, UserId } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'
import type { Besides } from '../messages/messageFacts.ts'
import type { Link } from '../link/link.ts'
import type { Ask } from './ask.ts'

/** Adds to a page of the conversation list what Easemob says elsewhere. */
export type CompletePage = (page: ConversationPage, op?: Op) => Promise<ConversationPage>

/** What the commands of the transport work with. */
export interface RequestContext {
  readonly self: UserId
  readonly known: KnownMessages
  readonly link: Link
  readonly ask: Ask
  readonly maxMessageBytes: number
  /** What parts read in messages; filled as they are made. */
  readonly besides: Besides[]
  readonly complete?: CompletePage
}
