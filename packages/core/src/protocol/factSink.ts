import type { ChatError } from '../model/error.ts'
import type { LocalChange } from './intent.ts'
import type { StampedFact } from './stampedFact.ts'

/** Where flow puts what it has. */
export interface FactSink {
  /** Joins facts, as one batch, and publishes. */
  apply(facts: readonly StampedFact[]): void
  /** Applies what this device wants or does, and publishes, before it returns. */
  change(...changes: readonly LocalChange[]): void
  /** To `errors$`. */
  report(error: ChatError): void
}
