import { START, later, type Position } from '../model/position.ts'
import type { ConversationState } from './conversationState.ts'

/** My mark: the greatest of those I made and the one that the backend counted from. What was cleared counts as read. */
export const ownMark = ({ ownRead, listed, clearedThrough }: ConversationState): Position =>
  later(later(ownRead, listed?.value.mark), clearedThrough) ?? START
