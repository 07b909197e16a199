import type { Readable } from '@parlance/core'
import type { Seat } from '../page/createSeat.ts'
import { createCell } from '../shared/cell.ts'

/** What the plots show, oldest first; all of one length. `times` in seconds since 1970. */
export interface Samples {
  readonly times: readonly number[]
  readonly factsPerSecond: readonly number[]
  readonly outbox: readonly number[]
  readonly unread: readonly number[]
}

const EACH_MS = 500
const MOST = 120

/** Looks at a chat twice a second, until `stop`. */
export const createSamples = ({
  client: { chat },
  log,
}: Pick<Seat, 'client' | 'log'>): { readonly samples: Readable<Samples>; readonly stop: () => void } => {
  const samples = createCell<Samples>({ times: [], factsPerSecond: [], outbox: [], unread: [] })
  let facts = log.total.get()
  const add = (values: readonly number[], value: number): readonly number[] => [...values, value].slice(-MOST)
  const look = (): void => {
    const { times, factsPerSecond, outbox, unread } = samples.get()
    const now = log.total.get()
    samples.set({
      times: add(times, Date.now() / 1000),
      factsPerSecond: add(factsPerSecond, ((now - facts) * 1000) / EACH_MS),
      outbox: add(outbox, chat.outbox.get().length),
      unread: add(unread, chat.totalUnread.get().count),
    })
    facts = now
  }
  look()
  const timer = setInterval(look, EACH_MS)
  return { samples, stop: () => clearInterval(timer) }
}
