import type { ConversationId } from '@parlance/core'
import type { StagedAttachment, StagedAttachments } from '@parlance/core/attachments'
import { stagedOrNone } from '@parlance/core/attachments'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'
import { useReadable } from '../useReadable.ts'

/** The files that are about to be sent to a conversation, and what is done with them: for the conversation that is selected then. */
export interface AttachmentsView extends Omit<StagedAttachments, 'items'> {
  readonly items: Readonly<Ref<readonly StagedAttachment[]>>
}

/**
 * The files that are about to be sent to a conversation. They stay when the component unmounts. An `undefined` id has none.
 * @example
 * const { items, add, sendAll } = useAttachments(() => props.id)
 */
export const useAttachments = (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption): AttachmentsView => {
  const chat = useChat(options)
  const staged = (): StagedAttachments => stagedOrNone(chat.value, toValue(id))
  return {
    items: useReadable(() => staged().items),
    add: (files, addOptions) => staged().add(files, addOptions),
    remove: item => staged().remove(item),
    clear: () => staged().clear(),
    sendAll: sendOptions => staged().sendAll(sendOptions),
  }
}
