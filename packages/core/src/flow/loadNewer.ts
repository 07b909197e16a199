import { intervalAt } from '../model/coverage.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { START, type Position } from '../model/position.ts'
import type { ConversationReading } from '../protocol/stateReader.ts'
import type { FlowContext } from './flowContext.ts'
import { mostPages } from './loadOlder.ts'
import { loadPage, newerThan, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** Pages forward from the upper end of what is here; where the backend can't, the newest page, with a gap below it if need be. */
export const loadNewer = async (context: FlowContext, request: PageRequest): Promise<Outcome> => {
  const reading = context.reader.conversation(request.conversation)
  if (reading?.atLive === true) return done
  const top = topOf(reading)
  if (top === undefined || top === START || !context.capabilities().history.forward) {
    const newest = await loadPage(context, request, { newest: true })
    return newest.ok ? done : newest
  }
  return pageThrough(context, request, { after: top }, { next: newerThan, enough: page => page.brought > 0, most: mostPages })
}

/** The upper end of what is loaded, and of what is known around it. */
const topOf = (reading: ConversationReading | undefined): Position | undefined => {
  if (reading === undefined) return undefined
  const { coverage, newest } = reading
  if (newest === undefined) return coverage.at(-1)?.to
  return intervalAt(coverage, newest)?.to ?? newest
}
