import type { Fact, Origin, UserId } from '@parlance/core'
import type { Besides } from '../messages/messageFacts.ts'
import type { KnownMessages } from '../knownMessages.ts'
import type { Raw } from '../sdk/raw.ts'

/** Takes a message, or says that it isn't for it. */
export type Taker = (message: Raw, origin: Origin) => boolean

/** What the translations of events work with. */
export interface EventContext {
  readonly self: UserId
  readonly known: KnownMessages
  /** How what comes now comes: as it happens, or because it waited for this device. */
  readonly origin: () => Origin
  readonly besides: readonly Besides[]
  readonly takers: readonly Taker[]
  readonly tell: (...facts: readonly Fact[]) => void
  /** Takes one of several in one event: if it can't be read, that is reported, and the others come. */
  readonly attempt: (run: () => void, original: unknown) => void
}
