import type { Presence, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import { presence } from '@parlance/core/contacts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export const usePresence = (user: UserId | undefined, options?: ChatOption): Presence | undefined => {
  const chat = useChat(options)
  return useReadable(user === undefined ? nothing : presence(chat).of(user))
}
