import type { MessageKey, ReaderList, Readers } from '@parlance/core'
import { lastCall, readersOf } from '@parlance/core'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** A message's readers as far as they are loaded, as getters, and what loads more. */
export interface ReadersView extends ReaderList {
  readonly loadMore: Readers['loadMore']
}

/** Who has read one of my messages, by name. The first page is asked for at the first read. */
export const useReaders = (key: () => MessageKey | undefined, options?: ChatOption): ReadersView => {
  const chat = useChat(options)
  const readersFor = lastCall(readersOf)
  const readers = (): Readers => readersFor(chat.current, key())
  const list = fromReadable(readers)
  return {
    get items() {
      return list.current.items
    },
    get state() {
      return list.current.state
    },
    get hasMore() {
      return list.current.hasMore
    },
    get error() {
      return list.current.error
    },
    loadMore: () => readers().loadMore(),
  }
}
