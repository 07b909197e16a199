import type { MessageKey, ReaderList, Readers } from '@parlance/core'
import { readersOf } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { computed, toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** A message's readers as far as they are loaded, and what loads more. */
export interface ReadersView {
  readonly items: Readonly<Ref<ReaderList['items']>>
  readonly state: Readonly<Ref<ReaderList['state']>>
  readonly hasMore: Readonly<Ref<boolean>>
  readonly error: Readonly<Ref<ReaderList['error']>>
  readonly loadMore: Readers['loadMore']
}

/** Who has read one of my messages, by name. The first page is asked for at the first read. */
export const useReaders = (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption): ReadersView => {
  const chat = useChat(options)
  const readers = computed(() => readersOf(chat.value, toValue(key)))
  const list = useReadable(() => readers.value)
  return {
    items: computed(() => list.value.items),
    state: computed(() => list.value.state),
    hasMore: computed(() => list.value.hasMore),
    error: computed(() => list.value.error),
    loadMore: () => readers.value.loadMore(),
  }
}
