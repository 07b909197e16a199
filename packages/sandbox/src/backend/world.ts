import type { UserId } from '@parlance/core'
import type { Accounts } from './accounts.ts'
import type { ContactBook } from './contactBook.ts'
import type { Device, Devices } from './devices.ts'
import type { Files } from './files.ts'
import type { MessageIndex } from './messageIndex.ts'
import type { Policy } from './policy.ts'
import type { PresenceRecord } from './presenceRecord.ts'
import type { RateLimit } from './rateLimit.ts'
import type { Talks } from './talks.ts'

/** All that the backend knows, in parts. What it does is in functions on it. */
export interface World {
  readonly policy: Policy
  readonly accounts: Accounts
  readonly contacts: ContactBook
  readonly presences: Map<UserId, PresenceRecord>
  readonly talks: Talks
  readonly index: MessageIndex
  readonly devices: Devices
  readonly files: Files
  readonly rateLimit: RateLimit
  /** Milliseconds since 1970. */
  now(): number
  /** Greater than every version before it, compared by code unit. */
  nextVersion(): string
  /** Numbers marks in the order in which they were made. */
  nextMark(): number
  nextId(): string
  /** Does something after the answer to the request under way, and before the next request. */
  later(run: () => void): void
}

/** Who asks. */
export interface Asker {
  readonly user: string
  /** Absent: a scripted user, who has none. */
  readonly device?: Device
}
