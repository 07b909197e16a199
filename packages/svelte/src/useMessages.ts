import type { ConversationId, Message, Sequence } from '@parlance/core'
import { lastItemsSelector } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'

export interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: number | (() => number | undefined) | undefined
}

/** The loaded messages of a conversation, which is open while this is mounted. */
export const useMessages = (id: () => ConversationId | undefined, options: MessagesOptions = {}): Current<Sequence<Message>> => {
  const handle = useOpenHandle(id, options)
  const { last } = options
  const select = lastItemsSelector<Message>()
  return fromReadable(() => select(handle().messages, typeof last === 'function' ? last() : last))
}
