import { attachmentOf, withAttachment, type Body } from '../model/body.ts'
import { chatError, type ChatError } from '../model/error.ts'
import { conversationKind, conversationName, isConversationId, type ConversationId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { isSafeUrl } from '../model/url.ts'
import type { ConversationEntry, Fact, ReceiptTarget, UpTo } from '../protocol/fact.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { Told } from './stamp.ts'

type Fold = ((id: string) => string) | undefined
type Report = (error: ChatError) => void

/**
 * What may enter: checked, and with ids in their one spelling. A transport is trusted for who said what [SEC3], not for shape
 * [SEC1]: what is malformed is reported and left out, alone.
 */
export const admit = (told: Told, fold: Fold, report: Report): readonly Told[] => {
  const gate = new Gate(fold, report)
  try {
    if (told.type === 'fact') return [{ ...told, fact: gate.fact(told.fact) }]
    if (told.type === 'entry') return [{ ...told, entry: gate.entry(told.entry) }]
    if (told.type === 'page') {
      const facts = told.page.facts.flatMap(fact => gate.orNothing(() => gate.fact(fact)))
      return [{ ...told, page: { ...told.page, facts } }]
    }
    return [told]
  } catch (thrown) {
    report(
      chatError('protocol', {
        message: 'Something malformed came and was left out.',
        cause: thrown,
        ...(thrown instanceof Malformed && { path: thrown.path }),
      }),
    )
    return []
  }
}

class Malformed extends Error {
  readonly path: string
  constructor(path: string) {
    super(`${path} is malformed`)
    this.path = path
  }
}

class Gate {
  readonly #fold: Fold
  readonly #report: Report

  constructor(fold: Fold, report: Report) {
    this.#fold = fold
    this.#report = report
  }

  orNothing<T>(read: () => T): readonly T[] {
    try {
      return [read()]
    } catch (thrown) {
      this.#report(chatError('protocol', { message: 'Something malformed came and was left out.', cause: thrown }))
      return []
    }
  }

  fact(fact: Fact): Fact {
    switch (fact.type) {
      case 'message':
        return { ...fact, message: this.#message(fact.message) }
      case 'accepted':
        this.#positionIn(fact.ack)
        return { ...fact, localId: this.#text(fact.localId, 'localId') }
      case 'refused':
        return { ...fact, localId: this.#text(fact.localId, 'localId') }
      case 'receipt':
        return { ...fact, user: this.#id(fact.user, 'user'), target: this.#target(fact.target), ...this.#home(fact.conversation) }
      case 'readCount':
        return { ...fact, target: this.#ref(fact.target), read: count(fact.read, 'read') }
      case 'recalled':
        return { ...fact, target: this.#ref(fact.target), by: this.#id(fact.by, 'by') }
      case 'edited':
        return { ...fact, target: this.#ref(fact.target), by: this.#id(fact.by, 'by'), body: this.#body(fact.body) }
      case 'deleted':
        return {
          ...fact,
          ...this.#home(fact.conversation),
          target: 'through' in fact.target ? fact.target : { exactly: fact.target.exactly.map(ref => this.#ref(ref)) },
        }
      case 'ephemeral':
        return { ...fact, conversation: this.#conversation(fact.conversation), from: this.#id(fact.from, 'from') }
      case 'conversation':
        return { ...fact, entry: this.entry(fact.entry) }
      case 'conversationRemoved':
        return { ...fact, conversation: this.#conversation(fact.conversation) }
      case 'membership': {
        const { membership } = fact
        const user = this.#id(membership.user, 'membership.user')
        return { ...fact, membership: { ...membership, user, conversation: this.#conversation(membership.conversation) } }
      }
      case 'reaction':
        return { ...fact, target: this.#ref(fact.target), user: this.#id(fact.user, 'user'), emoji: this.#text(fact.emoji, 'emoji') }
      case 'pinned':
        return {
          ...fact,
          conversation: this.#conversation(fact.conversation),
          id: this.#text(fact.id, 'id'),
          by: this.#id(fact.by, 'by'),
        }
      case 'contacts':
        return { ...fact, contacts: fact.contacts.map(contact => ({ ...contact, user: this.#id(contact.user, 'contacts.user') })) }
      case 'presence':
        return { ...fact, user: this.#id(fact.user, 'user') }
      case 'blocklist':
        return fact
      default:
        throw new Malformed('type')
    }
  }

  entry(entry: ConversationEntry): ConversationEntry {
    if (entry.unread !== undefined) count(entry.unread.count, 'unread.count')
    return { ...entry, id: this.#conversation(entry.id), ...(entry.last && { last: this.#message(entry.last) }) }
  }

  #message(message: RemoteMessage): RemoteMessage {
    if (message.id === undefined && message.localId === undefined) throw new Malformed('message.id')
    if (message.id !== undefined) this.#text(message.id, 'message.id')
    if (message.localId !== undefined) this.#text(message.localId, 'message.localId')
    if (message.sentAt !== undefined) count(message.sentAt, 'message.sentAt')
    this.#positionIn(message)
    return {
      ...message,
      conversation: this.#conversation(message.conversation),
      from: this.#id(message.from, 'message.from'),
      body: this.#body(message.body),
      ...(message.replyTo && { replyTo: this.#ref(message.replyTo) }),
    }
  }

  /** A URL that could run is taken out; the message stays, and says so by having none [SEC2]. */
  #body(body: Body): Body {
    if (typeof body !== 'object' || typeof body.type !== 'string') throw new Malformed('body')
    const attachment = attachmentOf(body)
    if (attachment?.url === undefined || isSafeUrl(attachment.url)) return body
    this.#report(
      chatError('invalid', { message: 'An attachment with an unsafe URL came; the URL was dropped.', path: 'body.attachment.url' }),
    )
    const { url: _url, ...safe } = attachment
    return withAttachment(body, safe)
  }

  #target(target: ReceiptTarget): ReceiptTarget {
    if ('upTo' in target) {
      const upTo: UpTo = target.upTo
      if (upTo.position === undefined) return { upTo: this.#ref(upTo) }
      this.#positionIn(upTo)
      return { upTo: { ...upTo, ...this.#home(upTo.conversation) } }
    }
    return 'exactly' in target ? { exactly: target.exactly.map(ref => this.#ref(ref)) } : target
  }

  #ref(ref: MessageRef): MessageRef {
    if (ref.id === undefined && (ref.from === undefined || ref.localId === undefined)) throw new Malformed('target')
    if (ref.id !== undefined) this.#text(ref.id, 'target.id')
    return { ...ref, ...this.#home(ref.conversation), ...(ref.from !== undefined && { from: this.#id(ref.from, 'target.from') }) }
  }

  #home(conversation: ConversationId | undefined): { readonly conversation?: ConversationId } {
    return conversation === undefined ? {} : { conversation: this.#conversation(conversation) }
  }

  #conversation(id: ConversationId): ConversationId {
    if (!isConversationId(id)) throw new Malformed('conversation')
    return this.#fold === undefined ? id : `${conversationKind(id)}:${this.#fold(conversationName(id))}`
  }

  #id(id: string, path: string): string {
    return this.#fold === undefined ? this.#text(id, path) : this.#fold(this.#text(id, path))
  }

  #text(text: string, path: string): string {
    if (typeof text !== 'string' || text === '') throw new Malformed(path)
    return text
  }

  #positionIn(holder: { readonly position?: string }): void {
    if (holder.position !== undefined) this.#text(holder.position, 'position')
  }
}

const count = (value: number, path: string): number => {
  if (!Number.isFinite(value) || value < 0) throw new Malformed(path)
  return value
}
