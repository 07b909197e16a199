import type { ConversationId, ReadWhileVisible } from '@parlance/core'
import { readWhileVisible } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Attach to each row what
 * watches its message.
 * @example
 * const seen = useReadWhileVisible(() => id)
 * // {#each talk.messages as { key } (key)}<li {@attach seen(key)}>…</li>{/each}
 */
export const useReadWhileVisible = (id: () => ConversationId | undefined, options?: ChatOption): ReadWhileVisible => {
  const handle = useHandle(id, options)
  return readWhileVisible(handle)
}
