import type { UserId } from './ids.ts'

/** One emoji at a message. */
export interface Reaction {
  readonly emoji: string
  readonly count: number
  /** Whether one of them is mine, as far as I want it: mine shows before the backend has it. */
  readonly mine: boolean
  /** Who: me first, then the others in the order of their ids; a hundred at most. */
  readonly users: readonly UserId[]
}
