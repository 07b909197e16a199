import type { MessageRef } from '../model/messageRef.ts'
import type { MessageReading } from '../protocol/stateReader.ts'

/** Every name by which the backend may know a message: one per id that it gave [ID1]. */
export const refsOf = ({ conversation, ids, from, localId }: MessageReading): readonly [MessageRef, ...MessageRef[]] => {
  const ref: MessageRef = { conversation, from, ...(localId !== undefined && { localId }) }
  const [id, ...others] = ids
  return id === undefined ? [ref] : [{ ...ref, id }, ...others.map(other => ({ ...ref, id: other }))]
}

/** The first of them. */
export const refOf = (reading: MessageReading): MessageRef => refsOf(reading)[0]
