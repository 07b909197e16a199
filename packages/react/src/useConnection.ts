import type { Connection } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The state of the link. */
export const useConnection = (options?: ChatOption): Connection => useReadable(useChat(options).connection)
