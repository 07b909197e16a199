import type { ConversationId, Op } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { said } from '../said.ts'
import type { SdkSearch } from '../sdk/connection.ts'
import { forgetSeen } from '../sdk/internals.ts'
import type { Raw } from '../sdk/raw.ts'
import { rawOf } from '../sdk/raw.ts'
import type { Ask } from './ask.ts'

/** Where a page begins, the message there left out; without a cursor at the end from which it goes. */
export interface StoredQuery {
  readonly pageSize: number
  readonly searchDirection: 'up' | 'down'
  readonly cursor?: string | undefined
  readonly searchOptions?: SdkSearch
}

/** A page of what Easemob has stored of a conversation: `messages`, a `cursor`, and whether it `isLast`. */
export const storedPage = (ask: Ask, conversation: ConversationId, query: StoredQuery, op?: Op): Promise<Raw> =>
  ask(async connection => {
    const { chatType, to: targetId } = placeOf(conversation)
    const page = await connection.getHistoryMessages(said({ chatType, targetId, ...query }))
    forgetSeen(connection)
    return rawOf(page)
  }, op)
