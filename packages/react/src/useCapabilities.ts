import type { Capabilities } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** What the backend can do. */
export const useCapabilities = (options?: ChatOption): Capabilities => useReadable(useChat(options).capabilities)
