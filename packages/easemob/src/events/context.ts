import type { Fact, Origin, UserId } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'

/** What the translations of events work with. */
export interface EventContext {
  readonly self: UserId
  readonly known: KnownMessages
  /** How what comes now comes: as it happens, or because it waited for this device. */
  readonly origin: () => Origin
  readonly tell: (...facts: readonly Fact[]) => void
  /** Something that came couldn't be read. */
  readonly unreadable: (what: string, original: unknown) => void
}
