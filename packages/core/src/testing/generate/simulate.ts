import type { Arrival } from './arrival.ts'
import type { Step } from './step.ts'
import { createTruth, type Policy, type Truth } from './truth.ts'
import { happen } from './happen.ts'

/** Something on its way to this device. */
interface Travelling {
  readonly at: number
  readonly arrival: Arrival
}

/** What backend and device do, step by step, and what reaches the device in which order. */
export const simulate = (policy: Policy, steps: readonly Step[]): { readonly truth: Truth; readonly arrivals: readonly Arrival[] } => {
  const truth = createTruth(policy)
  const travelling: Travelling[] = []
  for (const step of [...(policy.opened ? opening : []), ...steps]) {
    truth.clock += 1
    const now = truth.clock * 10
    const after = (delay: number, arrival: Arrival): void => {
      travelling.push({ at: now + delay, arrival })
    }
    happen(truth, step, {
      after,
      by: ({ delay, again, lost }, arrival, other = arrival) => {
        if (lost) return
        after(delay, arrival)
        if (again !== undefined) after(delay + again, other)
      },
    })
  }
  return { truth, arrivals: travelling.sort((a, b) => a.at - b.at).map(({ arrival }) => arrival) }
}

/** The device starts with the busiest conversations open: what comes live from then on is without a hole. */
const opening: readonly Step[] = [0, 1].map(conversation => ({
  type: 'page',
  conversation,
  back: 0,
  length: 0,
  relations: false,
  form: 'full',
  journey: { delay: 0, again: undefined, lost: false },
}))
