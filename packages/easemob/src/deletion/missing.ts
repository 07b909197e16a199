import type { ConversationId, MessageId, Position } from '@parlance/core'
import { positionOf } from '../positions.ts'
import type { Ask } from '../requests/ask.ts'
import { MOST_PER_PAGE } from '../requests/histories.ts'
import { storedPage } from '../requests/storedPage.ts'
import { idOf, listOf, rawOf, textOf } from '../sdk/raw.ts'

/** So far down, and no further, a history is looked through: a thousand messages. */
const MOST_PAGES = 20

/** Which of some messages a conversation's history doesn't have any more. */
export const missingOf = async (ask: Ask, conversation: ConversationId, ids: readonly MessageId[]): Promise<readonly MessageId[]> => {
  const [lowest = ''] = ids.map(placed).sort()
  const stored = new Set<MessageId>()
  let cursor: string | undefined
  /** From here on up everything was looked at. */
  let reached: Position | undefined
  for (let page = 0; page < MOST_PAGES && (reached === undefined || reached > lowest); page++) {
    const query = { pageSize: MOST_PER_PAGE, searchDirection: 'up', cursor } as const
    const { messages, cursor: next, isLast } = await storedPage(ask, conversation, query)
    for (const one of listOf(messages)) stored.add(idOf(rawOf(one)['id']) ?? '')
    cursor = textOf(next)
    const isEnd = isLast === true || cursor === undefined
    reached = isEnd ? '' : placed(cursor ?? '')
  }
  return ids.filter(id => !stored.has(id) && placed(id) >= (reached ?? ''))
}

const placed = (id: MessageId): Position => positionOf(id) ?? ''
