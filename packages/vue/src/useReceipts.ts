import type { MessageKey, Receipts } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** How far one of my messages has come; `undefined` for messages of others. */
export const useReceipts = (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption): Readonly<Ref<Receipts | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(key)
    return selected === undefined ? nothing : chat.value.receipts(selected)
  })
}
