import type { ConversationId } from '@parlance/core'
import type { StagedAttachment, StagedAttachments } from '@parlance/core/attachments'
import { stagedOrNone } from '@parlance/core/attachments'
import { fromReadable } from '../fromReadable.ts'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'

/** The files that are about to be sent to a conversation, as a getter, and what is done with them: for the conversation that is selected then. */
export interface AttachmentsView extends Omit<StagedAttachments, 'items'> {
  readonly items: readonly StagedAttachment[]
}

/**
 * The files that are about to be sent to a conversation. They stay when the component unmounts. An `undefined` id has none.
 * @example
 * const attachments = useAttachments(() => id)
 */
export const useAttachments = (id: () => ConversationId | undefined, options?: ChatOption): AttachmentsView => {
  const chat = useChat(options)
  const staged = (): StagedAttachments => stagedOrNone(chat.current, id())
  const items = fromReadable(() => staged().items)
  return {
    get items() {
      return items.current
    },
    add: (files, addOptions) => staged().add(files, addOptions),
    remove: item => staged().remove(item),
    clear: () => staged().clear(),
    sendAll: sendOptions => staged().sendAll(sendOptions),
  }
}
