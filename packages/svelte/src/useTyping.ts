import type { ConversationId, UserId } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/** Who is typing in a conversation. */
export const useTyping = (id: () => ConversationId | undefined, options?: ChatOption): Current<readonly UserId[]> => {
  const handle = useHandle(id, options)
  return fromReadable(() => handle().typing)
}
