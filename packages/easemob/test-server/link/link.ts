import type { Jid } from '../frames/jid.ts'
import type { StatisticsBody } from '../frames/statistics.ts'

/** The socket of a device that has logged in, as the rest of the server sees it. */
export interface Link {
  /** Says that a queue has news. */
  notice(queue: Jid): void
  /** Tells the session something about itself. */
  statistics(body: StatisticsBody): void
  /** Cuts it, as a bad network would. */
  drop(): void
  /** Ends it for good, with a word before. */
  kick(body: StatisticsBody): void
}
