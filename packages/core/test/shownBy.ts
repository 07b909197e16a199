import { expect } from 'vitest'
import type { ConversationId } from '../src/model/ids.ts'
import type { Intent } from '../src/protocol/intent.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import type { FoldedChat, FoldedConversation } from '../src/testing/fold/foldedChat.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'
import { comparable } from './comparable.ts'
import { reduced } from './reduced.ts'
import { SELF } from './story.ts'

/** What facts show, by the fold and by the real reducer: in one batch, one by one, backwards, and all of them twice. They must agree. */
export const shownBy = (facts: readonly StampedFact[], intents: readonly Intent[] = []): FoldedChat => {
  const given = { self: SELF, ids: 'global', intents } as const
  const folded = foldFacts({ ...given, facts })
  const singly = facts.map(fact => [fact])
  for (const batches of [[facts], singly, [...singly].reverse(), [...singly, ...singly]]) {
    expect(comparable(SELF, reduced(given, batches))).toEqual(comparable(SELF, folded))
  }
  return folded
}

/** The one conversation that facts are about. */
export const conversationOf = (chat: FoldedChat, id: ConversationId = 'group:team'): FoldedConversation => {
  const conversation = chat.conversations.get(id)
  if (conversation === undefined) throw new Error(`nothing is known of ${id}`)
  return conversation
}

/** What its rows say, tombstones as such. */
export const saidIn = ({ messages }: FoldedConversation): readonly string[] =>
  messages.map(({ body, recalled }) =>
    recalled !== undefined ? 'recalled' : body?.type === 'text' ? body.text : (body?.type ?? 'nothing'),
  )
