import type { Chat } from '../../chat.ts'
import type { ConversationId } from '../../model/ids.ts'
import { checkedConversation } from '../../parts/checkedConversation.ts'
import { partOf, type PartContext } from '../../part.ts'
import type { StagedAttachments } from './chatStaging.ts'
import { createStaged } from './createStaged.ts'

const place = (context: PartContext): { readonly context: PartContext; readonly staged: Map<ConversationId, StagedAttachments> } => ({
  context,
  staged: new Map(),
})

/**
 * The files that are about to be sent to a conversation: the same object for the same conversation of a chat.
 * @example
 * const staged = stagedAttachments(chat, direct('bob'))
 * input.addEventListener('change', () => staged.add(input.files ?? []))
 * form.addEventListener('submit', () => staged.sendAll({ text: words.value }))
 */
export const stagedAttachments = (chat: Chat, conversation: ConversationId): StagedAttachments => {
  const { context, staged } = partOf(chat, place)
  const id = checkedConversation(context, conversation)
  const known = staged.get(id)
  if (known !== undefined) return known
  const made = createStaged(() => chat.conversation(id), context)
  staged.set(id, made)
  return made
}
