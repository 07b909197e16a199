import type { ConversationId, Message, Sequence } from '@parlance/core'
import { lastItemsSelector } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

export interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: MaybeRefOrGetter<number | undefined>
}

/** The loaded messages of a conversation, which is open while this is mounted. */
export const useMessages = (
  id: MaybeRefOrGetter<ConversationId | undefined>,
  options: MessagesOptions = {},
): Readonly<Ref<Sequence<Message>>> => {
  const handle = useOpenHandle(id, options)
  const select = lastItemsSelector<Message>()
  return useReadable(() => select(handle.value.messages, toValue(options.last)))
}
