import { asChatError, chatError } from '../model/error.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { FlowContext } from './flowContext.ts'

/** What a request hands to the transport. */
interface Asking {
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

interface AskOptions<T> {
  /** How long an answer may take, milliseconds. Default {@link answerMs}. */
  readonly timeoutMs?: number
  /** Ends it before: the outcome is `cancelled`. */
  readonly signal?: AbortSignal
  /** Ends it, too: of the link that it goes over. */
  readonly session?: AbortSignal
  /** Takes an answer that came after the time was up. */
  readonly late?: (value: T) => void
}

/** How long an answer may take, milliseconds. */
export const answerMs = 15_000
/** A transport ends its requests itself; one that forgets to must not hold anybody for ever. */
const graceMs = 5_000

/**
 * One request to a transport, as an outcome: whatever it throws is a `ChatError`, and it ends in time, whatever the transport
 * does. `run` may call `alive` to begin the time anew. Never rejects.
 */
export const ask = <T>(
  { clock, disposed }: Pick<FlowContext, 'clock' | 'disposed'>,
  run: (op: Asking, alive: () => void) => Promise<T>,
  { timeoutMs = answerMs, signal = disposed, session = signal, late }: AskOptions<T> = {},
): Promise<Outcome<T>> =>
  new Promise(resolve => {
    const stop = new AbortController()
    const endings = [signal, session, disposed]
    let timer: TimerHandle | undefined
    let open = true
    const end = (outcome: Outcome<T>): void => {
      if (!open) return
      open = false
      if (timer !== undefined) clock.clearTimeout(timer)
      for (const ending of endings) ending.removeEventListener('abort', abort)
      resolve(outcome)
    }
    const abort = (): void => {
      stop.abort()
      end(failed(chatError('cancelled', { effect: 'maybe' })))
    }
    const alive = (): void => {
      if (!open) return
      if (timer !== undefined) clock.clearTimeout(timer)
      timer = clock.setTimeout(() => end(failed(chatError('timeout', { message: 'No answer came in time.' }))), timeoutMs + graceMs)
    }
    if (endings.some(({ aborted }) => aborted)) return end(failed(chatError('cancelled')))
    for (const ending of endings) ending.addEventListener('abort', abort)
    alive()
    // Inside a promise, so that a transport that throws before it returns one is no different.
    new Promise<T>(settle => settle(run({ signal: stop.signal, timeoutMs }, alive))).then(
      value => {
        if (open) end(succeeded(value))
        else if (!stop.signal.aborted) late?.(value)
      },
      (thrown: unknown) => end(failed(asChatError(thrown))),
    )
  })
