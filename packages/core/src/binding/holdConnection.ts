import type { Chat } from '../chat.ts'

const holders = new WeakMap<Chat, number>()

/**
 * Connects a chat for as long as somebody holds it: the first holder connects, and when the last one lets go it disconnects, a
 * microtask later, so that whoever unmounts and mounts again at once (React's StrictMode) keeps one link. Gives back what lets go.
 */
export const holdConnection = (chat: Chat): (() => void) => {
  const before = holders.get(chat) ?? 0
  holders.set(chat, before + 1)
  if (before === 0) void chat.connect()
  let held = true
  return () => {
    if (!held) return
    held = false
    queueMicrotask(() => {
      const left = (holders.get(chat) ?? 1) - 1
      holders.set(chat, left)
      if (left === 0) void chat.disconnect()
    })
  }
}
