import type { ConversationHandle, ConversationId, NoConversation } from '@parlance/core'
import { conversationOrNone } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { computed, toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { whileMounted } from './whileMounted.ts'

/** What composables that show a conversation take last. */
export interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined
}

type HandleRef = Readonly<Ref<ConversationHandle | NoConversation>>

/** The handle of the conversation that is selected, the empty one for `undefined`. */
export const useHandle = (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption): HandleRef => {
  const chat = useChat(options)
  return computed(() => conversationOrNone(chat.value, toValue(id)))
}

/** The same, open while mounted. */
export const useOpenHandle = (id: MaybeRefOrGetter<ConversationId | undefined>, options: OpenOption = {}): HandleRef => {
  const handle = useHandle(id, options)
  const { open = true } = options
  if (open) {
    whileMounted(
      () => handle.value,
      shown => (shown.id === undefined ? undefined : shown.open()),
    )
  }
  return handle
}
