import type { Clock, UserId } from '@parlance/core'
import type { UserSpec } from './accounts.ts'
import type { SandboxPolicy } from './policy.ts'

/** A group or room at the start. */
export interface SharedSpec {
  /** What stands behind `group:` or `room:`. */
  readonly id: string
  readonly title?: string
  readonly avatar?: string
  readonly members?: readonly UserId[]
  /** Members with a say over what others send; needn't be repeated in `members`. */
  readonly owner?: UserId
  readonly admins?: readonly UserId[]
  /** Whether newcomers see what was before them. Default: in groups yes, in rooms no. */
  readonly pastVisible?: boolean
}

export interface BackendOptions {
  /** The same seed and the same script give the same run. Tokens come from it: give a secret one where strangers can connect. Default `parlance`. */
  readonly seed?: string | number
  readonly users: readonly (UserId | UserSpec)[]
  readonly groups?: readonly SharedSpec[]
  readonly rooms?: readonly SharedSpec[]
  readonly policy?: SandboxPolicy
  /** The machine's, unless given. */
  readonly clock?: Clock
}
