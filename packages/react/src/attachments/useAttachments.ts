import type { ConversationId } from '@parlance/core'
import type { StagedAttachment, StagedAttachments } from '@parlance/core/attachments'
import { stagedOrNone } from '@parlance/core/attachments'
import { useMemo } from 'react'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'
import { useReadable } from '../useReadable.ts'

/** The files that are about to be sent to a conversation, and what is done with them. */
export interface AttachmentsView extends Omit<StagedAttachments, 'items'> {
  readonly items: readonly StagedAttachment[]
}

/**
 * The files that are about to be sent to a conversation. They stay when this unmounts. An `undefined` id has none.
 * @example
 * const { items, add, sendAll } = useAttachments(id)
 * return <form onPaste={event => add(imagesFromPaste(event.nativeEvent))} onSubmit={() => sendAll({ text })} />
 */
export const useAttachments = (id: ConversationId | undefined, options?: ChatOption): AttachmentsView => {
  const chat = useChat(options)
  const staged = useMemo(() => stagedOrNone(chat, id), [chat, id])
  const items = useReadable(staged.items)
  return useMemo(() => ({ ...staged, items }), [staged, items])
}
