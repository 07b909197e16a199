import type { ConversationId } from '@parlance/core'
import { useMemo } from 'react'
import type { ConversationView } from './trackedConversation.ts'
import { trackedConversation } from './trackedConversation.ts'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/**
 * All of one conversation. Renders again when something changes that was read of the view, and the view is then a new object; commands
 * stay the same functions. The conversation is open while this is mounted. An `undefined` id gives empty values.
 * @example
 * const talk = useConversation(id)
 * return <List items={talk.messages} onEnd={talk.loadOlder} />
 */
export function useConversation(id: ConversationId, options?: OpenOption): ConversationView
export function useConversation(id: ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined>
export function useConversation(id: ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined> {
  const handle = useOpenHandle(id, options)
  return useReadable(useMemo(() => trackedConversation(handle), [handle]))
}
