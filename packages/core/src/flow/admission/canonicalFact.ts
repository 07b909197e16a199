import type { Body } from '../../model/body.ts'
import { conversationKind, conversationName, type ConversationId } from '../../model/ids.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import type { ConversationEntry, Fact, ReceiptTarget } from '../../protocol/fact.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'

/** The one spelling of an id. */
export type Fold = (id: string) => string

/** A fact whose users and conversations have their one spelling [ID3]. Ids of messages are the backend's own. */
export const canonicalFact = (fact: Fact, fold: Fold): Fact => {
  switch (fact.type) {
    case 'message':
      return { ...fact, message: canonicalMessage(fact.message, fold) }
    case 'accepted':
    case 'refused':
      return fact
    case 'receipt':
      return { ...fact, user: fold(fact.user), target: canonicalTarget(fact.target, fold), ...homeOf(fact, fold) }
    case 'readCount':
      return { ...fact, target: canonicalRef(fact.target, fold) }
    case 'recalled':
      return { ...fact, target: canonicalRef(fact.target, fold), by: fold(fact.by) }
    case 'edited':
      return { ...fact, target: canonicalRef(fact.target, fold), by: fold(fact.by), body: canonicalBody(fact.body, fold) }
    case 'deleted': {
      const { target } = fact
      const folded = 'through' in target ? target : { exactly: target.exactly.map(ref => canonicalRef(ref, fold)) }
      return { ...fact, target: folded, ...homeOf(fact, fold) }
    }
    case 'ephemeral':
      return { ...fact, conversation: canonicalId(fact.conversation, fold), from: fold(fact.from) }
    case 'conversation':
      return { ...fact, entry: canonicalEntry(fact.entry, fold) }
    case 'conversationRemoved':
      return { ...fact, conversation: canonicalId(fact.conversation, fold) }
    case 'membership': {
      const { membership } = fact
      const { conversation, user, by } = membership
      const who = { conversation: canonicalId(conversation, fold), user: fold(user), ...(by !== undefined && { by: fold(by) }) }
      return { ...fact, membership: { ...membership, ...who } }
    }
    case 'blocklist':
      return {
        ...fact,
        ...(fact.blocked && { blocked: fact.blocked.map(fold) }),
        ...(fact.unblocked && { unblocked: fact.unblocked.map(fold) }),
      }
    case 'reaction':
      return { ...fact, target: canonicalRef(fact.target, fold), user: fold(fact.user) }
    case 'pinned':
      return { ...fact, conversation: canonicalId(fact.conversation, fold), by: fold(fact.by) }
    case 'contacts':
      return { ...fact, contacts: fact.contacts.map(contact => ({ ...contact, user: fold(contact.user) })) }
    case 'presence':
      return { ...fact, user: fold(fact.user) }
  }
}

/** The same for a line of the list. */
export const canonicalEntry = (entry: ConversationEntry, fold: Fold): ConversationEntry => ({
  ...entry,
  id: canonicalId(entry.id, fold),
  ...(entry.last && { last: canonicalMessage(entry.last, fold) }),
})

const canonicalMessage = (message: RemoteMessage, fold: Fold): RemoteMessage => {
  const { conversation, from, body, to, replyTo, forwardedFrom } = message
  return {
    ...message,
    conversation: canonicalId(conversation, fold),
    from: fold(from),
    body: canonicalBody(body, fold),
    ...(to && { to: to.map(fold) }),
    ...(replyTo && { replyTo: canonicalRef(replyTo, fold) }),
    ...(forwardedFrom !== undefined && { forwardedFrom: fold(forwardedFrom) }),
  }
}

const canonicalBody = (body: Body, fold: Fold): Body => {
  if (body.type === 'notice') return { ...body, ...(body.users && { users: body.users.map(fold) }) }
  if (body.type !== 'text' || body.mentions === undefined || body.mentions === 'everyone') return body
  return { ...body, mentions: body.mentions.map(fold) }
}

const canonicalTarget = (target: ReceiptTarget, fold: Fold): ReceiptTarget => {
  if ('upTo' in target) return { upTo: canonicalRef(target.upTo, fold) }
  return 'exactly' in target ? { exactly: target.exactly.map(ref => canonicalRef(ref, fold)) } : target
}

const canonicalRef = <T extends MessageRef>(ref: T, fold: Fold): T => ({
  ...ref,
  ...homeOf(ref, fold),
  ...(ref.from !== undefined && { from: fold(ref.from) }),
})

const homeOf = ({ conversation }: { readonly conversation?: ConversationId }, fold: Fold): { readonly conversation?: ConversationId } =>
  conversation === undefined ? {} : { conversation: canonicalId(conversation, fold) }

/** A conversation's id, whose kind is nobody's spelling. */
const canonicalId = (id: ConversationId, fold: Fold): ConversationId => `${conversationKind(id)}:${fold(conversationName(id))}`
