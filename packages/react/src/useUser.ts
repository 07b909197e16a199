import type { User, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export function useUser(id: UserId, options?: ChatOption): User
export function useUser(id: UserId | undefined, options?: ChatOption): User | undefined
export function useUser(id: UserId | undefined, options?: ChatOption): User | undefined {
  const chat = useChat(options)
  return useReadable<User | undefined>(id === undefined ? nothing : chat.user(id))
}
