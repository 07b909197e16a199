import type { ConversationId, UserId } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** Who is typing in a conversation. */
export const useTyping = (id: ConversationId | undefined, options?: ChatOption): readonly UserId[] =>
  useReadable(useHandle(id, options).typing)
