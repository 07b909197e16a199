import { intervalAt } from '../model/coverage.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { START, type Position } from '../model/position.ts'
import type { ConversationReading } from '../protocol/stateReader.ts'
import type { FlowContext } from './flowContext.ts'
import { olderThan, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** Pages without anything to show that one call goes through. */
export const mostPages = 20

/** Pages backward from the lower end of what is here until something to show came, or the beginning [RCV5]. */
export const loadOlder = async (context: FlowContext, request: PageRequest): Promise<Outcome> => {
  const bottom = bottomOf(context.reader.conversation(request.conversation))
  if (bottom === START) return done
  return pageThrough(context, request, bottom === undefined ? { newest: true } : { before: bottom }, {
    next: olderThan,
    enough: page => page.brought > 0,
    most: mostPages,
  })
}

/** The lower end of what is loaded, and of what is known around it. */
const bottomOf = (reading: ConversationReading | undefined): Position | undefined => {
  if (reading === undefined) return undefined
  const { coverage, oldest } = reading
  if (oldest === undefined) return coverage.at(-1)?.from
  return intervalAt(coverage, oldest)?.from ?? oldest
}
