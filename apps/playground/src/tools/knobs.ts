import type { LinkFaults } from '@parlance/sandbox'

/** One knob: what it turns, how far, and how its value reads. */
export interface Knob {
  readonly name: keyof LinkFaults
  readonly label: string
  readonly most: number
  readonly step: number
  readonly show: (value: number) => string
}

const percent = (value: number): string => `${Math.round(value * 100)} %`
const milliseconds = (value: number): string => `${value} ms`

export const knobs: readonly Knob[] = [
  { name: 'latencyMs', label: 'Latency', most: 2_000, step: 50, show: milliseconds },
  { name: 'jitterMs', label: 'Jitter', most: 2_000, step: 50, show: milliseconds },
  { name: 'loss', label: 'Loss', most: 0.6, step: 0.05, show: percent },
  { name: 'duplicate', label: 'Duplication', most: 0.6, step: 0.05, show: percent },
  { name: 'reorder', label: 'Reordering', most: 0.6, step: 0.05, show: percent },
  { name: 'lostAcks', label: 'Lost acks', most: 0.6, step: 0.05, show: percent },
]

/** Links that one may meet. */
export const weathers: readonly { readonly label: string; readonly faults: LinkFaults }[] = [
  { label: 'Calm', faults: {} },
  { label: 'Train', faults: { latencyMs: 250, jitterMs: 400, loss: 0.1 } },
  { label: 'Storm', faults: { latencyMs: 100, jitterMs: 200, loss: 0.2, duplicate: 0.2, reorder: 0.2 } },
]
