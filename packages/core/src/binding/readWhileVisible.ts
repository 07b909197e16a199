import type { ConversationHandle } from '../conversationHandle.ts'
import type { MessageKey } from '../model/ids.ts'
import type { NoConversation } from './noConversation.ts'

/** Watches the element of a message; `null`, or the function it gives back, ends that. The same element again changes nothing. */
export type WatchElement = (element: Element | null) => () => void

/** Gives what watches the element of a message: the same function for the same key while it is watched. */
export type ReadWhileVisible = (key: MessageKey) => WatchElement

interface Row {
  readonly watch: WatchElement
  element: Element | undefined
}

/** Shares of a message at which it is looked at anew: close together, for those that are much taller than what they are seen through. */
const steps = Array.from({ length: 51 }, (_, step) => step / 50)

/**
 * Marks a conversation read up to the newest message that somebody sees: half of it, or of what it covers, in sight, on a page that is
 * visible and has the focus. Where there is no `IntersectionObserver` nothing is marked.
 * @example
 * const seen = readWhileVisible(() => talk)
 * row.ref = seen(message.key)
 */
export const readWhileVisible = (selected: () => ConversationHandle | NoConversation): ReadWhileVisible => {
  const rows = new Map<MessageKey, Row>()
  const keys = new WeakMap<Element, MessageKey>()
  const visible = new Set<MessageKey>()
  let observer: IntersectionObserver | undefined
  let endListening = (): void => {}

  const look = (): void => {
    const talk = selected()
    if (talk.id === undefined || visible.size === 0 || !isLookedAt()) return
    const { count, marked } = talk.unread.get()
    if (count === 0 && !marked) return
    const messages = talk.messages.get()
    const newest = Math.max(...[...visible].map(key => messages.indexOf(key)))
    const upTo = messages.at(newest)?.key
    // A mark at what is read already changes nothing: the mark is where it is.
    if (newest >= 0 && upTo !== undefined) void talk.markRead({ upTo })
  }

  const see = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const entry of entries) {
      const key = keys.get(entry.target)
      if (key === undefined || rows.get(key)?.element !== entry.target) continue
      if (isSeen(entry)) visible.add(key)
      else visible.delete(key)
    }
    look()
  }

  const begin = (): IntersectionObserver | undefined => {
    if (typeof IntersectionObserver === 'undefined') return undefined
    const stop = new AbortController()
    document.addEventListener('visibilitychange', look, { signal: stop.signal })
    window.addEventListener('focus', look, { signal: stop.signal })
    endListening = () => stop.abort()
    return new IntersectionObserver(see, { threshold: steps })
  }

  const release = (key: MessageKey): void => {
    const row = rows.get(key)
    if (row?.element === undefined) return
    observer?.unobserve(row.element)
    rows.delete(key)
    visible.delete(key)
    if (rows.size > 0) return
    observer?.disconnect()
    observer = undefined
    endListening()
  }

  return key => {
    const known = rows.get(key)
    if (known !== undefined) return known.watch
    const row: Row = {
      element: undefined,
      watch: element => {
        if (element === null) release(key)
        else if (row.element !== element || rows.get(key) !== row) {
          observer ??= begin()
          if (row.element !== undefined) observer?.unobserve(row.element)
          rows.set(key, row)
          row.element = element
          keys.set(element, key)
          observer?.observe(element)
        }
        return () => {
          if (row.element === element) release(key)
        }
      },
    }
    return row.watch
  }
}

/** Half of it is in sight, or it fills half of what it is seen through. */
const isSeen = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds, target }: IntersectionObserverEntry): boolean =>
  isIntersecting &&
  (intersectionRatio >= 0.5 || intersectionRect.height >= Math.min(rootBounds?.height ?? Infinity, scrollerHeight(target)) / 2)

/** Pixels of what an element is scrolled in, if that is not the page. */
const scrollerHeight = ({ parentElement }: Element): number => {
  if (parentElement === null) return Infinity
  const { clientHeight, scrollHeight } = parentElement
  const scrolls = clientHeight < scrollHeight && /auto|scroll/.test(getComputedStyle(parentElement).overflowY)
  return scrolls ? clientHeight : scrollerHeight(parentElement)
}

const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus()
