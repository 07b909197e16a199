import type { MessageKey, Receipts } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** How far one of my messages has come; `undefined` for messages of others. */
export const useReceipts = (key: () => MessageKey | undefined, options?: ChatOption): Current<Receipts | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothing : chat.current.receipts(selected)
  })
}
