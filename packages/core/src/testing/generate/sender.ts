import type { Arrival } from './arrival.ts'
import type { Journey } from './journey.ts'

/** What a step puts on its way. Times are tenths of a step after the step. */
export interface Sender {
  /** After its delay, once more if it is doubled; not at all if it is lost. */
  readonly by: (journey: Journey, arrival: Arrival, again?: Arrival) => void
  /** For certain, after so long. */
  readonly after: (delay: number, arrival: Arrival) => void
}
