import type { BodyType } from './body.ts'
import type { UserId } from './ids.ts'

/** What to look for in a conversation: all that is given has to fit. */
export interface SearchOptions {
  readonly text?: string
  readonly types?: readonly BodyType[]
  readonly senders?: readonly UserId[]
  /** Milliseconds since 1970, both ends included. */
  readonly since?: number
  readonly until?: number
  /** How many at most; default 20. */
  readonly count?: number
  /** The `next` of the page before. */
  readonly after?: string
}
