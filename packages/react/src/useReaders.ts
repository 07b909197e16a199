import type { MessageKey, ReaderList, Readers } from '@parlance/core'
import { readersOf } from '@parlance/core'
import { useMemo } from 'react'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** A message's readers as far as they are loaded, and what loads more. */
export interface ReadersView extends ReaderList {
  readonly loadMore: Readers['loadMore']
}

/** Who has read one of my messages, by name. The first page is asked for after mounting. */
export const useReaders = (key: MessageKey | undefined, options?: ChatOption): ReadersView => {
  const chat = useChat(options)
  const readers = useMemo(() => readersOf(chat, key), [chat, key])
  const list = useReadable(readers)
  return useMemo(() => ({ ...list, loadMore: readers.loadMore }), [list, readers])
}
