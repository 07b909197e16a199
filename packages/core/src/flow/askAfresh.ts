import { chatError } from '../model/error.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import type { Op } from '../protocol/transport.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'

const mostTries = 3

/**
 * Asks for messages, and has the answer taken with the number of its request [CVG2]. If a recall that waited for one of them was
 * dropped since the request left, the answer may show what it took away: then it is thrown away, and asked for anew [EARLY1].
 */
export const askAfresh = async <T, R>(
  context: FlowContext,
  run: (op: Op) => Promise<T>,
  signal: AbortSignal,
  take: (answer: T, requested: number) => Outcome<R>,
): Promise<Outcome<R>> => {
  const { ingress, reader } = context
  for (let tries = 0; tries < mostTries; tries++) {
    const requested = ingress.seq()
    const answer = await ask(context, run, { signal })
    if (!answer.ok) return answer
    if (signal.aborted) return failed(chatError('cancelled'))
    ingress.flush()
    if (reader.lost <= requested) return take(answer.value, requested)
  }
  return failed(chatError('unavailable', { effect: 'none', message: 'More was recalled meanwhile than could be kept in mind: try again.' }))
}
