import type { Fact, HistoryPage, HistoryQuery, Json, Op, Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { messageFacts } from '../messages/messageFacts.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import { isMoment } from '../messages/moment.ts'
import { idAt, positionOf } from '../positions.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

/** Easemob gives no more at once. */
export const MOST_PER_PAGE = 50

type Way = 'up' | 'down'
/** Where a page begins, the message there left out; without one at the newest end. */
interface From {
  readonly way: Way
  readonly at?: Position
}

/** Pages of history by the SDK's own cursor: `fetchHistoryMessages` mixes up a user and a group of one name. */
export const histories = ({ self, known, ask }: RequestContext) => ({
  async history({ conversation, count, at }: HistoryQuery, op?: Op): Promise<HistoryPage> {
    const from = startOf(at)
    const { chatType, to: targetId } = placeOf(conversation)
    const result = rawOf(
      await ask(
        connection =>
          connection.getHistoryMessages({
            targetId,
            chatType,
            pageSize: Math.max(1, Math.min(count, MOST_PER_PAGE)),
            searchDirection: from.way,
            ...(from.at !== undefined && { cursor: idAt(from.at) }),
          }),
        op,
      ),
    )
    const facts: Fact[] = []
    const positions: Position[] = []
    for (const one of listOf(result['messages'])) {
      const raw = rawOf(one)
      const message = messageFromSdk(raw, self)
      // What waits there of recalls and the like is told by itself.
      if (message === undefined || message.conversation !== conversation) continue
      if (message.position !== undefined) positions.push(message.position)
      if (isMoment(raw)) continue
      known.learn(message)
      facts.push(...messageFacts(raw, message, 'history', self))
    }
    const isLast = result['isLast'] === true
    const cursor = positionOf(textOf(result['cursor']))
    return { facts, ...extent(from, positions.sort(), isLast ? undefined : cursor, isLast) }
  },
})

const startOf = (at: HistoryQuery['at']): From => {
  if ('newest' in at) return { way: 'up' }
  if ('before' in at) return { way: 'up', at: at.before }
  if ('after' in at) return { way: 'down', at: at.after }
  if ('around' in at) throw chatError('unsupported', { message: 'Easemob gives pages before and after a message only.' })
  const [way, position] = [rawOf(at.cursor)['way'], rawOf(at.cursor)['at']]
  if ((way !== 'up' && way !== 'down') || typeof position !== 'string') throw chatError('invalid', { path: 'at.cursor' })
  return { way, at: position }
}

/** What a page covers, and where the next ones begin. */
const extent = (from: From, positions: readonly Position[], cursor: Position | undefined, isLast: boolean): Omit<HistoryPage, 'facts'> => {
  const next = (way: Way, at: Position | undefined): Json | undefined => (at === undefined ? undefined : { way, at })
  if (from.way === 'up') {
    const bottom = [...positions.slice(0, 1), ...(cursor === undefined ? [] : [cursor])].sort()[0]
    const older = isLast ? undefined : next('up', bottom)
    const lower = isLast ? 'start' : (bottom ?? from.at)
    return { ...(lower !== undefined && { covers: { from: lower, to: from.at ?? 'live' } }), ...(older !== undefined && { older }) }
  }
  const top = [...positions.slice(-1), ...(cursor === undefined ? [] : [cursor])].sort().at(-1)
  const newer = isLast ? undefined : next('down', top ?? from.at)
  return {
    covers: { from: from.at ?? 'start', to: isLast ? 'live' : (top ?? from.at ?? 'live') },
    ...(newer !== undefined && { newer }),
  }
}
