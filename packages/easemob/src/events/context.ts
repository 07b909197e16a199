import type { Fact, Origin, UserId } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'
import type { Link } from '../link/link.ts'

/** What the translations of events work with. */
export interface EventContext {
  readonly self: UserId
  readonly known: KnownMessages
  /** How what comes now comes: as it happens, or because it waited for this device. */
  readonly origin: () => Origin
  readonly tell: (...facts: readonly Fact[]) => void
  readonly link: Link
}
