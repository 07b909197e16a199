import { canonicalJson } from '../src/model/json.ts'
import type { FoldedChat } from '../src/testing/fold/foldedChat.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'

/** A chat as plain data to compare. A conversation of which only the name is known is as good as none. */
export const comparable = (self: string, { conversations, ...chat }: FoldedChat) => ({
  ...chat,
  conversations: Object.fromEntries(
    [...conversations.values()]
      .filter(conversation => canonicalJson(conversation) !== canonicalJson(unheardOf(self, conversation.id)))
      .map(conversation => [`conversation ${conversation.id}`, conversation]),
  ),
})

const unheardOf = (self: string, id: `direct:${string}` | `group:${string}` | `room:${string}`) =>
  foldFacts({ self, ids: 'global', facts: [{ type: 'gap', seq: 0, conversations: [id] }] }).conversations.get(id)
