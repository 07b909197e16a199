import { conversationKind, type ConversationId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Position } from '../model/position.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { ReceiptTarget, UpTo } from '../protocol/fact.ts'
import type { MessageReading, StateReader } from '../protocol/stateReader.ts'

/** Most messages named in one mark, whatever a backend takes [RCP6]. */
export const mostRefs = 100

/**
 * The form in which a backend takes a mark: everything up to a message; the whole conversation, but only if nothing newer can be
 * meant by that; or the newest messages by name. `nothing`: there is nobody to tell. `later`: not before more is here.
 */
export const readTarget = (
  reader: StateReader,
  { read }: Capabilities,
  conversation: ConversationId,
  upTo: UpTo,
  after: Position | undefined,
): ReceiptTarget | 'nothing' | 'later' => {
  const forms = conversationKind(conversation) === 'direct' ? read.direct : read.group
  if (forms.upTo) return { upTo }
  if (forms.whole && isWhole(reader, conversation, upTo.position)) {
    return { whole: true, ...(upTo.position !== undefined && { through: upTo.position }) }
  }
  if (!forms.exactly) return forms.whole ? 'later' : 'nothing'
  const exactly = newestRefs(reader, conversation, upTo, after, Math.min(mostRefs, forms.maxRefs ?? mostRefs))
  return exactly.length === 0 ? 'nothing' : { exactly }
}

/** Nothing is newer, and nothing newer can be on its way unseen. */
const isWhole = (reader: StateReader, conversation: ConversationId, upTo: Position | undefined): boolean => {
  const reading = reader.conversation(conversation)
  if (reader.connection.state !== 'online' || reading?.atLive !== true || upTo === undefined) return false
  return reading.greatest === undefined || upTo >= reading.greatest
}

const newestRefs = (
  reader: StateReader,
  conversation: ConversationId,
  upTo: UpTo,
  after: Position | undefined,
  most: number,
): readonly MessageRef[] => {
  if (upTo.position === undefined) return [upTo]
  const refs: MessageRef[] = []
  for (const reading of reader.newestFirst(conversation, after, upTo.position)) {
    if (refs.length >= most) break
    if (!reading.message.mine && reading.message.recalled === undefined) refs.push(refOf(reading))
  }
  return refs
}

/** A message by the names that are known. */
export const refOf = ({ conversation, ids, from, localId }: MessageReading): MessageRef => ({
  conversation,
  from,
  ...(ids[0] !== undefined && { id: ids[0] }),
  ...(localId !== undefined && { localId }),
})
