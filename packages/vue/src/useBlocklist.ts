import type { UserId } from '@parlance/core'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Whom I blocked, in the order of their ids. */
export const useBlocklist = (options?: ChatOption): Readonly<Ref<readonly UserId[]>> => {
  const chat = useChat(options)
  return useReadable(() => chat.value.blocklist)
}
