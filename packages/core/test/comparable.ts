import type { ConversationId } from '../src/model/ids.ts'
import { canonicalJson } from '../src/model/json.ts'
import type { FoldedChat, FoldedConversation } from '../src/testing/fold/foldedChat.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'

type ComparableChat = Omit<FoldedChat, 'conversations'> & { readonly conversations: Readonly<Record<string, FoldedConversation>> }

/** A chat as plain data to compare. A conversation of which only the name is known is as good as none. */
export const comparable = (self: string, { conversations, ...chat }: FoldedChat): ComparableChat => ({
  ...chat,
  conversations: Object.fromEntries(
    [...conversations.values()]
      .filter(conversation => canonicalJson(conversation) !== canonicalJson(unheardOf(self, conversation.id)))
      .map(conversation => [`conversation ${conversation.id}`, conversation]),
  ),
})

const unheardOf = (self: string, id: ConversationId): FoldedConversation | undefined =>
  foldFacts({ self, ids: 'global', facts: [{ type: 'gap', seq: 0, conversations: [id] }] }).conversations.get(id)
