import { covers } from '../model/coverage.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { START, type Position } from '../model/position.ts'
import type { Ends } from './ends.ts'
import type { FlowContext } from './flowContext.ts'
import { mostPages } from './loadOlder.ts'
import { loadPage, lowerEnd, olderThan, type LoadedPage, type PageAt, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** Pages of what was missed that are loaded; after a longer absence a gap is left above them. */
const mostMissed = 5

/**
 * Brings a conversation to live; does nothing there. If it was at live before something was missed, the way leads down from the
 * newest page through what was missed and on through what is here: a page tells what became of its own messages only, so what
 * was edited, recalled or deleted meanwhile is learned by reading it anew [RCV4].
 */
export const catchUp = async (context: FlowContext, request: PageRequest, ends: Ends): Promise<Outcome> => {
  const { reader } = context
  const { conversation } = request
  const known = reader.conversation(conversation)
  if (known?.atLive === true) return done
  const end = ends.of(conversation)
  if (end === undefined) {
    const newest = await loadPage(context, request, { newest: true })
    return newest.ok ? done : newest
  }
  const bottom = known?.oldest ?? end
  const isThrough = (page: LoadedPage): boolean => (lowerEnd(page.covers) ?? START) <= bottom
  const isJoined = (): boolean => {
    const { coverage = [], greatest = end } = reader.conversation(conversation) ?? {}
    return covers(coverage, end, greatest)
  }
  let missed = 0
  const caught = await pageThrough(
    context,
    request,
    { newest: true },
    {
      next: olderThan,
      enough: page => isThrough(page) || (!isJoined() && ++missed >= mostMissed),
      most: mostMissed + mostPages,
    },
  )
  if (!caught.ok || isJoined()) return caught
  return pageThrough(context, request, upTo(context, request, end), { next: olderThan, enough: isThrough, most: mostPages })
}

/** A page that ends with a message, or right below it where the backend can't jump. */
const upTo = (context: FlowContext, { conversation }: PageRequest, position: Position): PageAt => {
  const [last] = context.reader.newestFirst(conversation, undefined, position)
  const id = last?.position === position ? last.ids[0] : undefined
  return id !== undefined && context.capabilities().history.around ? { around: id } : { before: position }
}
