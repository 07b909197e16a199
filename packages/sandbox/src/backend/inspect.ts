import type { Body, ConversationId, Ext, LocalId, MessageId, Position, Recalled, UserId } from '@parlance/core'
import { talkCalled } from './misuse.ts'
import { positionOf } from './sequence.ts'
import type { World } from './world.ts'

/** A message as the server keeps it. No `body`: it was erased. */
export interface InspectedMessage {
  readonly id: MessageId
  readonly from: UserId
  /** Absent: a notice. */
  readonly localId?: LocalId
  readonly position: Position
  readonly sentAt: number
  readonly body?: Body
  readonly ext?: Ext
  readonly to?: readonly UserId[]
  readonly forwardedFrom?: UserId
  readonly edited: boolean
  readonly recalled?: Recalled
  /** For all. */
  readonly deleted: boolean
  /** Where somebody counts. */
  readonly read?: number
}

export const inspect = (world: World, conversation: ConversationId, as: UserId | undefined): readonly InspectedMessage[] => {
  const { log } = talkCalled(world, conversation, as)
  return Array.from(
    log.upwards(0, log.head),
    ({ id, from, localId, sequence, sentAt, content, to, forwardedFrom, edited, recalled, deleted, tally }) => ({
      id,
      from,
      ...(localId !== undefined && { localId }),
      position: positionOf(sequence),
      sentAt,
      ...(content !== undefined && { body: content.body }),
      ...(content?.ext !== undefined && { ext: content.ext }),
      ...(to !== undefined && { to: [...to] }),
      ...(forwardedFrom !== undefined && { forwardedFrom }),
      edited: edited !== undefined,
      ...(recalled !== undefined && { recalled }),
      deleted,
      ...(tally !== undefined && { read: tally.read }),
    }),
  )
}
