import type { UserId } from '../model/ids.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Presence } from '../model/presence.ts'
import type { Readable } from '../model/readable.ts'

/** Who is there. The backend is asked for those, and only those, whom somebody here watches. */
export interface ChatPresence {
  /** Whether somebody is there; `undefined` while nobody said. To subscribe is to watch. */
  readonly of: (user: UserId) => Readable<Presence | undefined>
  /** What I am, and words of my own, for those who watch me. */
  readonly set: (presence: Pick<Presence, 'state' | 'status'>) => Promise<Outcome>
}
