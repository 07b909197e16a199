import type { ConversationId } from '../model/ids.ts'
import { START, type Position } from '../model/position.ts'
import type { FlowContext } from './flowContext.ts'

/**
 * Where each conversation that was at live ended before something was missed. Fixed before the live messages of a new session,
 * for those may lie beyond what was missed [RCV2].
 */
export interface Ends {
  readonly fix: () => void
  readonly of: (conversation: ConversationId) => Position | undefined
  readonly forget: (conversation: ConversationId) => void
}

export const createEnds = ({ reader }: FlowContext): Ends => {
  const ends = new Map<ConversationId, Position>()
  return {
    // One that isn't at live keeps its end: it wasn't caught up yet.
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
