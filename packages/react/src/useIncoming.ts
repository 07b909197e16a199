import type { Message } from '@parlance/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Calls back, always the latest callback, for each new message that deserves an alert: a sound, a notification. */
export const useIncoming = (callback: (message: Message) => void, options?: ChatOption): void => {
  const { incoming$ } = useChat(options)
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  useEffect(() => {
    const subscription = incoming$.subscribe(message => latest.current(message))
    return () => subscription.unsubscribe()
  }, [incoming$])
}
