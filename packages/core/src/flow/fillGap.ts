import { covers, intervalAt } from '../model/coverage.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import { done, type Outcome } from '../model/outcome.ts'
import type { Position } from '../model/position.ts'
import type { MessageReading, StateReader } from '../protocol/stateReader.ts'
import type { FlowContext } from './flowContext.ts'
import { mostPages } from './loadOlder.ts'
import { olderThan, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** A hole between two loaded messages. The upper one stays its edge while it is filled from below. */
export interface Gap {
  readonly conversation: ConversationId
  readonly above: MessageKey
  readonly after: Position
  readonly before: Position
}

/** The gap above a message, if there is one. */
export const gapAbove = (reader: StateReader, message: MessageReading): Gap | undefined => {
  const { conversation, position } = message
  if (position === undefined) return undefined
  for (const other of reader.newestFirst(conversation, undefined, position)) {
    if (other.position === undefined || other.position >= position) continue
    if (isClosed(reader, conversation, other.position, position)) return undefined
    return { conversation, above: other.key, after: other.position, before: position }
  }
  return undefined
}

/** Pages backward from the message below the gap until what it brings joins what is above. */
export const fillGap = async (context: FlowContext, request: PageRequest, gap: Gap): Promise<Outcome> => {
  const { reader, sink } = context
  const { conversation, after, before } = gap
  const bottom = (): Position => intervalAt(reader.conversation(conversation)?.coverage ?? [], before)?.from ?? before
  // The gap moves up as it is filled: what is shown of it moves along.
  let edge = edgeOf(reader, gap, bottom())
  const show = (filling: boolean): void => {
    const now = edgeOf(reader, gap, bottom())
    if (edge !== undefined && edge !== now) sink.change({ type: 'gapFilling', conversation, before: edge, filling: false })
    edge = now
    if (edge !== undefined) sink.change({ type: 'gapFilling', conversation, before: edge, filling })
  }
  show(true)
  const outcome = await pageThrough(
    context,
    request,
    { before: bottom() },
    {
      next: olderThan,
      enough: () => {
        if (isClosed(reader, conversation, after, before)) return true
        show(true)
        return false
      },
      most: mostPages,
    },
  )
  if (context.disposed.aborted) return outcome
  show(false)
  if (!outcome.ok && outcome.error.code !== 'cancelled' && edge !== undefined) {
    sink.change({ type: 'gapFilling', conversation, before: edge, filling: false, error: outcome.error })
  }
  return outcome.ok ? done : outcome
}

const isClosed = (reader: StateReader, conversation: ConversationId, after: Position, before: Position): boolean =>
  covers(reader.conversation(conversation)?.coverage ?? [], after, before)

/** The message right below what is still missing. */
const edgeOf = (reader: StateReader, { conversation, after, before }: Gap, bottom: Position): MessageKey | undefined => {
  let edge: MessageKey | undefined
  for (const { key, position } of reader.newestFirst(conversation, after, before)) {
    if (position === undefined || position < bottom) break
    edge = key
  }
  return edge
}
