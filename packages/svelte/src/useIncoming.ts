import type { Message } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { whileMounted } from './whileMounted.ts'

/** Calls back for each new message that deserves an alert: a sound, a notification. */
export const useIncoming = (callback: (message: Message) => void, options?: ChatOption): void => {
  const chat = useChat(options)
  whileMounted(
    () => chat.current.incoming$,
    incoming$ => {
      const subscription = incoming$.subscribe(message => callback(message))
      return () => subscription.unsubscribe()
    },
  )
}
