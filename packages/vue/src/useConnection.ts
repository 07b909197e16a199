import type { Connection } from '@parlance/core'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The state of the link. */
export const useConnection = (options?: ChatOption): Readonly<Ref<Connection>> => {
  const chat = useChat(options)
  return useReadable(() => chat.value.connection)
}
