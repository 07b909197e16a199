import { covers } from '../model/coverage.ts'
import type { ConversationId } from '../model/ids.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { START, type Position } from '../model/position.ts'
import type { FlowContext } from './flowContext.ts'
import { mostPages } from './loadOlder.ts'
import { loadPage, newerThan, olderThan, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** How many pages catching up goes through before it leaves a gap: so long an absence is read from its end. */
const mostCaughtUp = 5

/**
 * Where each conversation that was at live ended before something was missed [RCV2]. Fixed before the live messages of a new
 * session, for those may lie beyond what was missed.
 */
export interface Ends {
  readonly fix: () => void
  readonly of: (conversation: ConversationId) => Position | undefined
  readonly forget: (conversation: ConversationId) => void
}

export const createEnds = ({ reader }: FlowContext): Ends => {
  const ends = new Map<ConversationId, Position>()
  return {
    fix: () => {
      for (const id of reader.conversations()) {
        const reading = reader.conversation(id)
        const end = reading?.atLive === true ? reading.coverage.at(-1)?.to : undefined
        if (end !== undefined && end !== START) ends.set(id, end)
      }
    },
    of: conversation => ends.get(conversation),
    forget: conversation => ends.delete(conversation),
  }
}

/**
 * Brings a conversation to live: forward from where it ended, or from the newest page back to there. Where that is too far, or
 * it never was at live, the newest page, and a gap below it. Does nothing at live.
 */
export const catchUp = async (context: FlowContext, request: PageRequest, ends: Ends): Promise<Outcome> => {
  const { conversation } = request
  const { history } = context.capabilities()
  const isLive = (): boolean => context.reader.conversation(conversation)?.atLive ?? false
  if (isLive()) return done
  const end = ends.of(conversation)
  const shown = end === undefined ? undefined : shownFrom(context, conversation)
  if (end !== undefined && shown !== undefined && !tellsChanges(context)) return readAnew(context, request, shown)
  if (end !== undefined && history.forward) {
    const forward = await pageThrough(context, request, { after: end }, { next: newerThan, enough: isLive, most: mostCaughtUp })
    if (!forward.ok || isLive()) return forward
  }
  const newest = await loadPage(context, request, { newest: true })
  if (!newest.ok) return newest
  const next = olderThan(newest.value)
  if (end === undefined || history.forward || next === undefined) return done
  const joined = (): boolean => {
    const { coverage = [], greatest = end } = context.reader.conversation(conversation) ?? {}
    return covers(coverage, end, greatest)
  }
  if (joined()) return done
  return pageThrough(context, request, next, { next: olderThan, enough: joined, most: mostCaughtUp - 1 })
}

/** Whether pages of what came later also tell what happened to what is here [RCV4]. */
const tellsChanges = (context: FlowContext): boolean => {
  const { includes } = context.capabilities().history
  return (['edits', 'recalls', 'deletions'] as const).every(change => includes.includes(change))
}

const shownFrom = ({ reader }: FlowContext, conversation: ConversationId): Position | undefined => reader.conversation(conversation)?.oldest

/** Reads everything that is shown once more, from the newest down: the only way to learn what was changed meanwhile [RCV4]. */
const readAnew = (context: FlowContext, request: PageRequest, downTo: Position): Promise<Outcome> =>
  pageThrough(
    context,
    request,
    { newest: true },
    {
      next: olderThan,
      enough: ({ covers: read }) => read !== undefined && (read.from === 'start' ? START : read.from) <= downTo,
      most: mostPages,
    },
  )
