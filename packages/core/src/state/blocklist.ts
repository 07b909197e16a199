import type { UserId } from '../model/ids.ts'
import type { Versioned } from '../model/versioned.ts'

/** Whom I blocked: a register per user, and the latest whole list, which speaks for everyone it doesn't name. */
export interface Blocklist {
  readonly users: ReadonlyMap<UserId, Versioned<boolean>>
  readonly whole: Versioned<readonly UserId[]> | undefined
}

export const noBlocklist: Blocklist = { users: new Map(), whole: undefined }
