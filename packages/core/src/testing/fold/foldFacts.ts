import type { ConversationSettings } from '../../model/conversation.ts'
import type { ConversationId, MessageKey, UserId } from '../../model/ids.ts'
import type { Intent, RemovalIntent, SendIntent } from '../../protocol/intent.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { copiesOf } from './copy.ts'
import { foldConversation } from './foldConversation.ts'
import type { FoldedChat, FoldedConversation } from './foldedChat.ts'
import { told } from './foldedMessage.ts'
import { type MessageClass, messageClasses } from './messageClass.ts'
import type { IdScope } from './messageName.ts'
import { blocklistOf, membershipsOf } from './people.ts'
import { reachedBy } from './reached.ts'

/** What is folded: a set of facts in any order, and what this device wants. */
export interface FoldInput {
  readonly self: UserId
  readonly facts: readonly StampedFact[]
  /** Applied in order; sends, settings and removals have a part in what is shown here. */
  readonly intents?: readonly Intent[]
  /** `Capabilities.ids`. */
  readonly ids: IdScope
}

/**
 * The visible end state that a set of stamped facts has, computed anew from their whole set: no fact's place in the list
 * matters. Slow and plain on purpose: it is what the reducer is compared with [CVG1].
 * @example
 * foldFacts({ self: 'alice', ids: 'global', facts }).conversations.get('group:42')?.unread
 */
export const foldFacts = ({ self, facts, intents = [], ids }: FoldInput): FoldedChat => {
  const { sends, settings, removals } = wantedBy(intents)
  const classes = messageClasses(ids, copiesOf(self, facts, sends))
  const reached = reachedBy(ids, facts, classes)
  const conversations = new Map(
    mentionedIn(facts, sends).map((id): [ConversationId, FoldedConversation] => {
      const about = classes
        .filter(({ conversation }) => conversation === id)
        .map(message => told({ scope: ids, self, facts, reached }, message))
      return [id, foldConversation(id, { self, facts, told: about, reached, wanted: settings.get(id) ?? {}, removal: removals.get(id) })]
    }),
  )

  const listed = [...conversations.values()].filter(conversation => conversation.listed)
  const newestSend = (id: ConversationId): number =>
    Math.max(-1, ...classes.filter(message => message.conversation === id && isUnfinished(message)).map(({ order }) => order))
  const counted = listed.filter(({ silenced }) => !silenced).map(({ unread }) => unread)
  return {
    conversations,
    list: listed
      .sort(
        (a, b) =>
          b.pinned - a.pinned ||
          newestSend(b.id) - newestSend(a.id) ||
          (b.activity ?? -Infinity) - (a.activity ?? -Infinity) ||
          (a.id < b.id ? -1 : 1),
      )
      .map(({ id }) => id),
    totalUnread: { count: counted.reduce((sum, { count }) => sum + count, 0), exact: counted.every(({ exact }) => exact) },
    blocklist: blocklistOf(facts),
    memberships: membershipsOf(facts),
  }
}

/** Still in the outbox: nobody else has told of it. */
const isUnfinished = ({ copies }: MessageClass): boolean => copies.every(({ source }) => source === 'send')

const wantedBy = (intents: readonly Intent[]) => {
  const sends = new Map<MessageKey, SendIntent>()
  const settings = new Map<ConversationId, ConversationSettings | undefined>()
  const removals = new Map<ConversationId, RemovalIntent | undefined>()
  for (const intent of intents) {
    if (intent.type === 'send') sends.set(intent.intent.key, intent.intent)
    if (intent.type === 'unsend') sends.delete(intent.key)
    if (intent.type === 'settings') settings.set(intent.conversation, intent.settings)
    if (intent.type === 'removal') removals.set(intent.conversation, intent.removal)
  }
  return { sends: [...sends.values()], settings, removals }
}

const mentionedIn = (facts: readonly StampedFact[], sends: readonly SendIntent[]): readonly ConversationId[] => {
  const ids = facts.flatMap((fact): readonly (ConversationId | undefined)[] => {
    if (fact.type === 'message' || fact.type === 'accepted') return [fact.message.conversation]
    if (fact.type === 'conversation') return [fact.entry.id]
    if (fact.type === 'membership') return [fact.membership.conversation]
    if (fact.type === 'gap') return fact.conversations ?? []
    return 'conversation' in fact ? [fact.conversation] : []
  })
  return [...new Set([...ids, ...sends.map(({ conversation }) => conversation)])].filter(id => id !== undefined).sort()
}
