import type { MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** How many have read a message; `undefined` where there is no count. */
export const useGroupReadCount = (
  key: MaybeRefOrGetter<MessageKey | undefined>,
  options?: ChatOption,
): Readonly<Ref<number | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothing : chat.value.groupReadCount(selected)
  })
}
