import { chatError } from '../model/error.ts'
import type { ConversationId } from '../model/ids.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import { earlier, later, START, type Position } from '../model/position.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { HistoryPage, HistoryQuery } from '../protocol/transport.ts'
import { anything, fields, listOf, maybe, name } from './admission/shape.ts'
import { askAfresh } from './askAfresh.ts'
import type { FlowContext } from './flowContext.ts'

/** Where a page begins. */
export type PageAt = HistoryQuery['at']

/** One load: whose, how many messages a page may have, and what ends it. */
export interface PageRequest {
  readonly conversation: ConversationId
  readonly count?: number | undefined
  readonly signal: AbortSignal
}

/** A page that is in the state. */
export interface LoadedPage extends HistoryPage {
  /** How many rows it brought that were not there before. */
  readonly brought: number
}

const usualCount = 50

/** Asks for a page and puts it into the state, stamped with when it was asked for [CVG2]. */
export const loadPage = (context: FlowContext, { conversation, count, signal }: PageRequest, at: PageAt): Promise<Outcome<LoadedPage>> => {
  const { transport, ingress, reader } = context
  const { history } = context.capabilities()
  if (!can(history, at)) return Promise.resolve(failed(chatError('unsupported')))
  const wanted = count !== undefined && Number.isFinite(count) ? Math.trunc(count) : usualCount
  const most = Math.max(1, Math.min(wanted, history.maxPage))
  const take = (page: HistoryPage, requested: number): Outcome<LoadedPage> => {
    const path = pageShape(page)
    if (path !== undefined) return failed(chatError('protocol', { path, message: 'A history page came that can’t be read.' }))
    const before = reader.conversation(conversation)?.loaded ?? 0
    ingress.page(conversation, page, requested)
    ingress.flush()
    return succeeded({ ...page, brought: (reader.conversation(conversation)?.loaded ?? 0) - before })
  }
  return askAfresh(context, op => transport.history({ conversation, count: most, at }, op), signal, take)
}

const pageShape = fields<HistoryPage>({
  // Each is looked at when it enters.
  facts: listOf(anything),
  // A position, `start` or `live`.
  covers: maybe(fields<NonNullable<HistoryPage['covers']>>({ from: name, to: name })),
  older: anything,
  newer: anything,
})

const can = (history: Capabilities['history'], at: PageAt): boolean =>
  'after' in at ? history.forward : 'around' in at ? history.around : 'cursor' in at || history.backward

/** Where the stretch that a page covers begins. */
export const lowerEnd = (covers: HistoryPage['covers']): Position | undefined => (covers?.from === 'start' ? START : covers?.from)

/** The page below one: `undefined` at the start, and where the backend doesn't say how to go on. */
export const olderThan = ({ covers, older, facts }: HistoryPage): PageAt | undefined => {
  const from = lowerEnd(covers) ?? positionsIn(facts).reduce<Position | undefined>(earlier, undefined)
  if (from === START) return undefined
  if (older !== undefined) return { cursor: older }
  return from === undefined ? undefined : { before: from }
}

/** The page above one: `undefined` at the live end, and where the backend doesn't say how to go on. */
export const newerThan = ({ covers, newer, facts }: HistoryPage): PageAt | undefined => {
  if (covers?.to === 'live') return undefined
  if (newer !== undefined) return { cursor: newer }
  const to = covers?.to ?? positionsIn(facts).reduce<Position | undefined>(later, undefined)
  return to === undefined ? undefined : { after: to }
}

const positionsIn = (facts: HistoryPage['facts']): readonly Position[] =>
  facts.flatMap(fact => (fact.type === 'message' && fact.message.position !== undefined ? [fact.message.position] : []))
