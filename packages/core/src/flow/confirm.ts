import { covers, intervalAt, type Coverage } from '../model/coverage.ts'
import { START } from '../model/position.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { FlowContext } from './flowContext.ts'
import { lowerEnd, olderThan, type LoadedPage, type PageAt, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** Whether a send whose answer was lost is in the history. */
export type Confirmation = 'found' | 'absent' | 'unknown'

const mostConfirmed = 10

/** Reads the history from the live end back to before the send went out [SND6]. */
export const confirm = async (context: FlowContext, request: PageRequest, intent: SendIntent): Promise<Confirmation> => {
  const { reader } = context
  const { conversation } = request
  if (!context.capabilities().localIdVisible) return 'unknown'
  const isFound = (): boolean => {
    const found = reader.find({ conversation, from: reader.self, localId: intent.message.localId })
    return found !== undefined && (found.position !== undefined || found.ids.length > 0)
  }
  // Only a page that was asked for after the send tells that it isn't there.
  const read = { toLive: false, whole: false }
  await pageThrough(
    context,
    request,
    { newest: true },
    {
      next: page => belowKnown(reader.conversation(conversation)?.coverage ?? [], page),
      enough: ({ covers: page }) => {
        const from = lowerEnd(page)
        read.toLive ||= page?.to === 'live'
        read.whole = from !== undefined && covers(reader.conversation(conversation)?.coverage ?? [], intent.after ?? START, from)
        return isFound() || read.whole || !read.toLive
      },
      most: mostConfirmed,
    },
  )
  if (isFound()) return 'found'
  return read.toLive && read.whole ? 'absent' : 'unknown'
}

/** The page below all that is known already: what was read once isn't asked for again. */
const belowKnown = (coverage: Coverage, page: LoadedPage): PageAt | undefined => {
  const from = lowerEnd(page.covers)
  const known = from === undefined ? undefined : intervalAt(coverage, from)
  if (known === undefined || known.from === from) return olderThan(page)
  return known.from === START ? undefined : { before: known.from }
}
