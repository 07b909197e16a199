import type { ConversationId, Message, Sequence } from '@parlance/core'
import { lastItemsSelector } from '@parlance/core'
import { useState } from 'react'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

export interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: number | undefined
}

/** The loaded messages of a conversation, which is open while this is mounted. */
export const useMessages = (id: ConversationId | undefined, options?: MessagesOptions): Sequence<Message> => {
  const { messages } = useOpenHandle(id, options)
  const [select] = useState(lastItemsSelector<Message>)
  return useReadable(select(messages, options?.last))
}
