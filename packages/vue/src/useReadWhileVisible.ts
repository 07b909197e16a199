import type { ConversationId, MessageKey, WatchElement } from '@parlance/core'
import { readWhileVisible } from '@parlance/core'
import type { ComponentPublicInstance, MaybeRefOrGetter } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/** A function ref: Vue calls it with the row's element or component, and with `null` when that goes. */
type RowRef = (row: Element | ComponentPublicInstance | null) => void

/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Give each row the ref of its
 * message.
 * @example
 * const seen = useReadWhileVisible(() => props.id)
 * // <li v-for="{ key } in messages" :key :ref="seen(key)">
 */
export const useReadWhileVisible = (
  id: MaybeRefOrGetter<ConversationId | undefined>,
  options?: ChatOption,
): ((key: MessageKey) => RowRef) => {
  const handle = useHandle(id, options)
  const seen = readWhileVisible(() => handle.value)
  // The same ref for the same row: Vue detaches and attaches another one at every render.
  const refs = new WeakMap<WatchElement, RowRef>()
  return key => {
    const watch = seen(key)
    const known = refs.get(watch)
    if (known !== undefined) return known
    const ref: RowRef = row => {
      const element: unknown = row !== null && '$el' in row ? row.$el : row
      watch(element instanceof Element ? element : null)
    }
    refs.set(watch, ref)
    return ref
  }
}
