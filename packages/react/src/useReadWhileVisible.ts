import type { ConversationId, ReadWhileVisible } from '@parlance/core'
import { readWhileVisible } from '@parlance/core'
import { useMemo } from 'react'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Give each row the ref of its
 * message.
 * @example
 * const seen = useReadWhileVisible(id)
 * return messages.map(({ key }) => <Row key={key} ref={seen(key)} />)
 */
export const useReadWhileVisible = (id: ConversationId | undefined, options?: ChatOption): ReadWhileVisible => {
  const handle = useHandle(id, options)
  return useMemo(() => readWhileVisible(() => handle), [handle])
}
