import type { MessageKey, Receipts } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** How far one of my messages has come; `undefined` for messages of others. */
export const useReceipts = (key: MessageKey | undefined, options?: ChatOption): Receipts | undefined => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothing : chat.receipts(key))
}
