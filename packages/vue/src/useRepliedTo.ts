import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export const useRepliedTo = (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption): Readonly<Ref<Message | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothing : chat.value.repliedTo(selected)
  })
}
