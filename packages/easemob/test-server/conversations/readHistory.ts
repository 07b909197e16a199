import type { ConversationId, EditedFact, Fact, HistoryQuery, MessageId, RemoteMessage, UserId } from '@parlance/core'
import type { Hub } from '../hub/hub.ts'

/** A message as it stands, with what the wire tells along with it. */
export interface Standing {
  readonly message: RemoteMessage & { readonly id: MessageId }
  readonly edited: EditedFact | undefined
  /** Who put what to it. */
  readonly reactions: ReadonlyMap<string, readonly UserId[]>
  /** Whether the other one has it, or has read it; only of one's own messages to one person. */
  readonly delivered: boolean
  readonly read: boolean
}

export interface StandingPage {
  /** Oldest first. What was recalled, deleted or isn't a message isn't there. */
  readonly messages: readonly Standing[]
  readonly older: HistoryQuery['at'] | undefined
  readonly newer: HistoryQuery['at'] | undefined
}

export const readHistory = (hub: Hub, user: UserId, conversation: ConversationId, at: HistoryQuery['at'], count: number): StandingPage => {
  const { facts, older, newer } = hub.backend.act(user, 'history', { query: { conversation, at, count } })
  const recalled = new Set(facts.flatMap(fact => (fact.type === 'recalled' ? [fact.target.id] : [])))
  return {
    messages: facts
      .flatMap(fact => (fact.type === 'message' && !recalled.has(fact.message.id) ? standingOf(facts, fact.message, user) : []))
      .sort((a, b) => ((a.message.position ?? '') < (b.message.position ?? '') ? -1 : 1)),
    older: older === undefined ? undefined : { cursor: older },
    newer: newer === undefined ? undefined : { cursor: newer },
  }
}

/** One message, if the user may see it. */
export const readMessage = (hub: Hub, user: UserId, conversation: ConversationId, id: MessageId): Standing | undefined =>
  readHistory(hub, user, conversation, { around: id }, 1).messages.find(({ message }) => message.id === id)

const standingOf = (facts: readonly Fact[], message: RemoteMessage, user: UserId): readonly Standing[] => {
  const { id, position = '' } = message
  if (id === undefined || message.body.type === 'notice') return []
  const edited = facts.find(fact => fact.type === 'edited' && fact.target.id === id)
  const reactions = new Map<string, UserId[]>()
  for (const fact of facts) {
    if (fact.type === 'reaction' && fact.target.id === id && fact.active)
      reactions.set(fact.emoji, [...(reactions.get(fact.emoji) ?? []), fact.user])
  }
  const reached = (kind: 'delivered' | 'read'): boolean =>
    message.from === user &&
    message.conversation.startsWith('direct:') &&
    facts.some(fact => {
      if (fact.type !== 'receipt' || fact.kind !== kind || fact.user === user) return false
      const { target } = fact
      if ('exactly' in target) return target.exactly.some(ref => ref.id === id)
      return 'upTo' in target && (target.upTo.position ?? '') >= position
    })
  return [
    {
      message: { ...message, id },
      edited: edited?.type === 'edited' ? edited : undefined,
      reactions,
      delivered: reached('delivered'),
      read: reached('read'),
    },
  ]
}
