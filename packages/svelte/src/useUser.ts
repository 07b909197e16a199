import type { User, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export function useUser(id: () => UserId, options?: ChatOption): Current<User>
export function useUser(id: () => UserId | undefined, options?: ChatOption): Current<User | undefined>
export function useUser(id: () => UserId | undefined, options?: ChatOption): Current<User | undefined> {
  const chat = useChat(options)
  return fromReadable<User | undefined>(() => {
    const selected = id()
    return selected === undefined ? nothing : chat.current.user(selected)
  })
}
