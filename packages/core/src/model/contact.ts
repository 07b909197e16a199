import type { UserId } from './ids.ts'

/**
 * How somebody and I stand to each other: we know each other, they ask me, I ask them, they said no, or nothing (any more).
 */
export type ContactState = 'contact' | 'incoming' | 'outgoing' | 'declined' | 'none'

export interface Contact {
  readonly user: UserId
  readonly state: ContactState
  /** What was written beside the request. */
  readonly message?: string
  /** Milliseconds since 1970. */
  readonly at?: number
}
