import type { ConversationId, Sequence, TimelineItem } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'

/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export const useTimeline = (id: () => ConversationId | undefined, options?: OpenOption): Current<Sequence<TimelineItem>> => {
  const handle = useOpenHandle(id, options)
  return fromReadable(() => handle().timeline)
}
