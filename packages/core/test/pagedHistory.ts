import { direct, type ConversationId, type UserId } from '../src/model/ids.ts'
import type { Fact, MessageFact } from '../src/protocol/fact.ts'
import type { RemoteMessage } from '../src/protocol/remoteMessage.ts'
import type { HistoryPage, HistoryQuery } from '../src/protocol/transport.ts'

export const withBob: ConversationId = direct('bob')

/** The position of message number `n`. */
export const at = (n: number): string => `p${String(n).padStart(5, '0')}`

/** Message number `n` as the backend has it. */
export const message = (
  n: number,
  { from = 'bob', conversation = withBob }: { from?: UserId; conversation?: ConversationId } = {},
): RemoteMessage => ({
  conversation,
  from,
  id: `m${n}`,
  body: { type: 'text', text: `text ${n}` },
  sentAt: Date.UTC(2026, 0, 1) + n * 1_000,
  position: at(n),
})

export const live = (n: number, options?: Parameters<typeof message>[1]): MessageFact => ({
  type: 'message',
  origin: 'live',
  message: message(n, options),
})

interface Log {
  /** The numbers of the messages there are, ascending. A number of its own is skipped; a `Fact` list goes along with its message. */
  numbers: number[]
  /** What a page tells of a message besides itself. */
  beside: Map<number, readonly Fact[]>
  /** At most so many numbers are looked at for a page. */
  size: number
  readonly answer: (query: HistoryQuery) => Promise<HistoryPage>
}

/** A backend's history of one conversation: numbers up to `newest`, of which only those in `numbers` are messages that a page shows. */
export const pagedHistory = (
  newest: number,
  { size = 10, conversation = withBob }: { size?: number; conversation?: ConversationId } = {},
): Log => {
  const log: Log = {
    numbers: Array.from({ length: newest }, (_, index) => index + 1),
    beside: new Map(),
    size,
    answer: async ({ at: where, count }) => {
      const head = Math.max(newest, log.numbers.at(-1) ?? 0)
      const size = Math.min(count, log.size)
      const numberAt = (position: string): number => Number(position.slice(1))
      const page = (low: number, high: number, live: boolean): HistoryPage => ({
        facts: log.numbers
          .filter(n => n >= low && n <= high)
          .flatMap(n => [
            { type: 'message', origin: 'history', message: message(n, { conversation }) } as const,
            ...(log.beside.get(n) ?? []),
          ]),
        covers: { from: low <= 1 ? 'start' : at(low), to: live ? 'live' : at(high) },
      })
      if ('newest' in where) return page(head - size + 1, head, true)
      if ('before' in where) return page(numberAt(where.before) - size, numberAt(where.before), false)
      if ('after' in where) return page(numberAt(where.after), numberAt(where.after) + size, numberAt(where.after) + size >= head)
      if ('around' in where) {
        const centre = Number(where.around.slice(1))
        const low = centre - Math.floor(size / 2)
        return page(low, low + size - 1, low + size - 1 >= head)
      }
      throw new TypeError('This history gives no cursors.')
    },
  }
  return log
}
