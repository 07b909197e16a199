import type { UserId } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Whom I blocked, in the order of their ids. */
export const useBlocklist = (options?: ChatOption): readonly UserId[] => useReadable(useChat(options).blocklist)
