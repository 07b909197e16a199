import { isConversationId, type ConversationId, type MessageKey, type UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { JournaledMap } from './journaledMap.ts'
import type { Place } from '../state/messageRecord.ts'

/** Where a row is: in which conversation's tree, at which place. */
export interface Row {
  readonly conversation: ConversationId
  readonly place: Place
}

/**
 * Every name of every loaded message, and where its row is; never a message, so that a recalled body is nowhere reachable
 * [RCL1]. Lengths stand before parts that may hold anything, so that no two names meet [ID4].
 */
export class NameIndex {
  readonly #rows = new JournaledMap<MessageKey, Row>()
  readonly #aliases = new JournaledMap<string, MessageKey>()
  readonly #cleared = new JournaledMap<string, ConversationId>()
  #idsAreGlobal: boolean
  #wereGlobal: boolean

  constructor(idsAreGlobal: boolean) {
    this.#idsAreGlobal = idsAreGlobal
    this.#wereGlobal = idsAreGlobal
  }

  /** How far ids reach, and so what names they make. Gives back whether that is news. */
  setScope(idsAreGlobal: boolean): boolean {
    if (idsAreGlobal === this.#idsAreGlobal) return false
    this.#idsAreGlobal = idsAreGlobal
    for (const [name, conversation] of [...this.#cleared.entries()]) {
      for (const other of this.namesIn(this.refOf(name), conversation)) this.#cleared.set(other, conversation)
    }
    return true
  }

  /** The name that a backend's id makes; `undefined` if ids need a conversation and there is none. */
  idName(conversation: ConversationId | undefined, id: string): string | undefined {
    if (this.#idsAreGlobal) return `i${id}`
    return conversation === undefined ? undefined : `c${conversation.length}:${conversation}${id}`
  }

  localName(from: UserId, localId: string): string {
    return `l${from.length}:${from}${localId}`
  }

  /** The names in a reference, the backend's first. */
  namesIn(ref: MessageRef, conversation?: ConversationId): string[] {
    const names: string[] = []
    const byId = ref.id === undefined ? undefined : this.idName(ref.conversation ?? conversation, ref.id)
    if (byId !== undefined) names.push(byId)
    if (ref.from !== undefined && ref.localId !== undefined) names.push(this.localName(ref.from, ref.localId))
    return names
  }

  /** What a name says: the reference that makes it. */
  refOf(name: string): MessageRef {
    const [kind, rest] = [name.slice(0, 1), name.slice(1)]
    if (kind === 'i') return { id: rest }
    const colon = rest.indexOf(':')
    const end = colon + 1 + Number(rest.slice(0, colon))
    const [first, last] = [rest.slice(colon + 1, end), rest.slice(end)]
    if (kind === 'l') return { from: first, localId: last }
    return isConversationId(first) ? { conversation: first, id: last } : { id: last }
  }

  /** The key that stands for a name or an older key. */
  resolve(name: string): MessageKey | undefined {
    return this.#rows.get(name) === undefined ? this.#aliases.get(name) : name
  }

  row(key: MessageKey): Row | undefined {
    return this.#rows.get(this.resolve(key) ?? key)
  }

  put(key: MessageKey, row: Row): void {
    this.#rows.set(key, row)
  }

  alias(name: string, key: MessageKey): void {
    if (name !== key && this.#aliases.get(name) !== key) this.#aliases.set(name, key)
  }

  forgetName(name: string): void {
    this.#aliases.delete(name)
  }

  /** Of a message that was cleared: no copy under this name makes a row again [CNV3]. */
  clear(name: string, conversation: ConversationId): void {
    this.#aliases.delete(name)
    this.#cleared.set(name, conversation)
  }

  /** What was cleared of a conversation, by its names. */
  *cleared(conversation: ConversationId): Iterable<MessageRef> {
    for (const [name, home] of this.#cleared.entries()) if (home === conversation) yield this.refOf(name)
  }

  isCleared(name: string): boolean {
    return this.#cleared.size > 0 && this.#cleared.get(name) !== undefined
  }

  drop(key: MessageKey): void {
    this.#rows.delete(key)
  }

  get size(): number {
    return this.#rows.size
  }

  commit(): void {
    this.#rows.commit()
    this.#aliases.commit()
    this.#cleared.commit()
    this.#wereGlobal = this.#idsAreGlobal
  }

  rollback(): void {
    this.#rows.rollback()
    this.#aliases.rollback()
    this.#cleared.rollback()
    this.#idsAreGlobal = this.#wereGlobal
  }
}
