import type { MessageKey, MessageStatus } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The tick of one of my messages; `undefined` for messages of others. */
export const useMessageStatus = (
  key: MaybeRefOrGetter<MessageKey | undefined>,
  options?: ChatOption,
): Readonly<Ref<MessageStatus | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothing : chat.value.status(selected)
  })
}
