import type { Fact, HistoryPage, HistoryQuery, Op, Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import { messageFacts } from '../messages/messageFacts.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import type { WithParts } from '../part.ts'
import { idAt, positionOf } from '../positions.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { storedPage } from './storedPage.ts'

/** Easemob gives no more at once. */
export const MOST_PER_PAGE = 50
export const pageSizeOf = (count: number): number => Math.max(1, Math.min(count, MOST_PER_PAGE))

/** Where a page begins, the message there left out; without one at the end. */
interface From {
  readonly way: 'up' | 'down'
  readonly at?: Position
}

/** Pages of history by the SDK's own cursor: `fetchHistoryMessages` mixes up a user and a group of one name. */
export const histories = (context: RequestContext & WithParts) => ({
  async history({ conversation, count, at }: HistoryQuery, op?: Op): Promise<HistoryPage> {
    const { self, known, ask } = context
    const from = startOf(at)
    const query = { pageSize: pageSizeOf(count), searchDirection: from.way, cursor: from.at && idAt(from.at) }
    const result = await storedPage(ask, conversation, query, op)
    const facts: Fact[] = []
    const places: Position[] = []
    for (const one of listOf(result['messages'])) {
      const raw = rawOf(one)
      const message = messageFromSdk(raw, self)
      // Recalls and the like are kept there, too; they are told as they come.
      if (message?.conversation !== conversation) continue
      if (message.position !== undefined) places.push(message.position)
      known.learn(message)
      facts.push(...messageFacts(raw, message, 'history', context))
    }
    const isLast = result['isLast'] === true
    const cursor = positionOf(textOf(result['cursor']))
    if (cursor !== undefined && !isLast) places.push(cursor)
    return { facts, ...extent(from, places.sort(), isLast) }
  },
})

const startOf = (at: HistoryQuery['at']): From => {
  if ('newest' in at) return { way: 'up' }
  if ('before' in at) return { way: 'up', at: at.before }
  if ('after' in at) return { way: 'down', at: at.after }
  throw chatError('unsupported')
}

/** What a page covers: where it ends the next one begins, so that it takes no cursor. */
const extent = ({ way, at }: From, places: readonly Position[], isLast: boolean): Pick<HistoryPage, 'covers'> => {
  const end = (way === 'up' ? places[0] : places.at(-1)) ?? at
  if (way === 'down') return { covers: { from: at ?? 'start', to: isLast ? 'live' : (end ?? 'live') } }
  const from = isLast ? 'start' : end
  return from === undefined ? {} : { covers: { from, to: at ?? 'live' } }
}
