import type { Presence, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import { presence } from '@parlance/core/contacts'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export const usePresence = (user: () => UserId | undefined, options?: ChatOption): Current<Presence | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = user()
    return selected === undefined ? nothing : presence(chat.current).of(selected)
  })
}
