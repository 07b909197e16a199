import type { ConversationId, Sequence, TimelineItem } from '@parlance/core'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export const useTimeline = (id: ConversationId | undefined, options?: OpenOption): Sequence<TimelineItem> =>
  useReadable(useOpenHandle(id, options).timeline)
