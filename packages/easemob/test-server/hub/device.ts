import type { ResumeToken, UserId } from '@parlance/core'
import type { BackendSession } from '@parlance/sandbox'
import type { Mailbox } from '../queues/mailbox.ts'
import type { Link } from '../link/link.ts'
import type { Standings } from './standings.ts'

/** One device of a user, linked or away. */
export interface Device {
  readonly user: UserId
  /** As the client names it. */
  readonly resource: string
  readonly mailbox: Mailbox
  readonly standings: Standings
  /** Whose presence it asked to hear of. */
  watched: ReadonlySet<UserId>
  /** Read counts that changed while it was away, by message. */
  readonly missedCounts: Map<string, number>
  session: BackendSession | undefined
  /** After the last fact that is in the mailbox. */
  resume: ResumeToken | undefined
  link: Link | undefined
}
