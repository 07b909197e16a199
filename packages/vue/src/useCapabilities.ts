import type { Capabilities } from '@parlance/core'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** What the backend can do. */
export const useCapabilities = (options?: ChatOption): Readonly<Ref<Capabilities>> => {
  const chat = useChat(options)
  return useReadable(() => chat.value.capabilities)
}
