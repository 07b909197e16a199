import type { MessageActions, MessageKey } from '@parlance/core'
import { nothingToDo } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** What I may do with a message now; changes by itself when a time runs out. */
export const useMessageActions = (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption): Readonly<Ref<MessageActions>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothingToDo : chat.value.actions(selected)
  })
}
