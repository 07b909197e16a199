/** How a send that failed for now is tried again [SND3]. */
export interface RetryOptions {
  /** Default 5. */
  readonly attempts?: number
  /** First pause, milliseconds; doubles. Default 1,000. */
  readonly baseMs?: number
  /** Longest pause. Default 30,000. */
  readonly maxMs?: number
  /** How long in all, online. Default 120,000. */
  readonly totalMs?: number
}
