import type { Chat } from '@parlance/core'

/** Pixels below what is in sight within which the end counts as near. */
const NEAR = '240px'

/** Loads the next conversations whenever the end of their list comes near; gives back what ends that. Where there are none, nothing comes of it. */
export const loadAtEnd = (chat: Pick<Chat, 'conversations' | 'loadConversations'>, end: Element): (() => void) => {
  const observer = new IntersectionObserver(
    entries => {
      if (entries.at(-1)?.isIntersecting === true) void chat.loadConversations({ more: true })
    },
    { root: end.parentElement, rootMargin: NEAR },
  )
  // To observe anew is to be told anew: the end may still be in sight when more has come.
  const stop = chat.conversations.subscribe(() => {
    observer.unobserve(end)
    observer.observe(end)
  })
  return () => {
    stop()
    observer.disconnect()
  }
}
