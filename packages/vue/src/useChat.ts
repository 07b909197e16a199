import type { Chat } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { computed, hasInjectionContext, inject, toValue } from 'vue'
import { chatKey } from './chatKey.ts'

/** What every composable takes last. */
export interface ChatOption {
  /** The chat to use instead of the provided one. */
  readonly chat?: MaybeRefOrGetter<Chat> | undefined
}

/** The chat that the app or a component above provides, or the one given. Throws where there is neither. */
export const useChat = (options?: ChatOption): Readonly<Ref<Chat>> => {
  const given = options?.chat
  if (given !== undefined) return computed(() => toValue(given))
  const provided = hasInjectionContext() ? inject(chatKey, undefined) : undefined
  if (provided === undefined) {
    throw new Error(
      'There is no chat here: app.use(parlance(chat)), or provideChat(() => chat) in a component above, or pass { chat } last.',
    )
  }
  return computed(provided)
}
