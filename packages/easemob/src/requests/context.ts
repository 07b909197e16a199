import type { UserId } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'
import type { Link } from '../link/link.ts'
import type { Ask } from './ask.ts'

/** What the commands of the transport work with. */
export interface RequestContext {
  readonly self: UserId
  readonly known: KnownMessages
  readonly link: Link
  readonly ask: Ask
  readonly maxMessageBytes: number
}
