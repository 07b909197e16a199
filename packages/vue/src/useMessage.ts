import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** One message. */
export const useMessage = (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption): Readonly<Ref<Message | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothing : chat.value.message(selected)
  })
}
