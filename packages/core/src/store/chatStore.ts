import { batch } from '@preact/signals-core'
import type { Connection } from '../model/connection.ts'
import { chatError, type ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey, UserId } from '../model/ids.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { FactSink } from '../protocol/factSink.ts'
import type { LocalChange } from '../protocol/intent.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { StateReader } from '../protocol/stateReader.ts'
import type { Happening, Touched } from '../reduce/batch.ts'
import { ChatState, type Change } from '../reduce/chatState.ts'
import { trimPoint } from '../reduce/trim.ts'
import { newConversation, type ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { Listing } from './listing.ts'
import { OpenConversations } from './openConversations.ts'
import { createReader } from './reader.ts'
import { StateReadable, type Host } from './stateReadable.ts'
import { Watchers, type Watcher } from './watchers.ts'

/** What the store tells besides what its Readables do. */
export interface StoreListener {
  readonly joined: (facts: readonly StampedFact[]) => void
  readonly happened: (happening: Happening) => void
  /** Nobody shows it: its oldest messages went from memory [RCV10]. */
  readonly trimmed: (conversation: ConversationId) => void
  readonly failed: (error: ChatError) => void
}

export interface StoreOptions {
  readonly self: UserId
  readonly capabilities: Capabilities
  readonly dayOf: (at: number) => number
  readonly listener: StoreListener
}

/** A message where it is. */
export interface Located {
  readonly slice: ConversationState
  readonly record: MessageRecord
}

/**
 * Holds the state, applies facts and changes to it, and wakes those Readables whose part was touched. Who feeds it, it doesn't
 * know.
 */
export class ChatStore implements FactSink {
  readonly state: ChatState
  readonly listing: Listing
  readonly open: OpenConversations
  readonly reader: StateReader
  readonly #listener: StoreListener
  readonly #watchers: Watchers
  readonly #chatWide = new Set<Watcher>()
  readonly #sends = new Map<ConversationId, ConversationState['sends']>()
  readonly #host: Host & { version: number }
  #connection: Connection = { state: 'offline' }
  #capabilities: Capabilities

  constructor({ self, capabilities, dayOf, listener }: StoreOptions) {
    this.state = new ChatState({ self, idsAreGlobal: capabilities.ids === 'global', dayOf })
    this.listing = new Listing(self)
    this.open = new OpenConversations(self, id => this.slice(id))
    this.#capabilities = capabilities
    this.#listener = listener
    this.#watchers = new Watchers(key => {
      const record = this.state.byKey(key)?.record
      return record && { key: record.key, conversation: record.conversation, position: record.position }
    })
    this.#host = {
      version: 0,
      caught: thrown => listener.failed(chatError('internal', { message: 'A subscriber threw.', cause: thrown })),
    }
    this.reader = createReader({
      state: this.state,
      connection: () => this.#connection,
      isOpen: id => this.open.has(id),
      shown: () => [...this.open.ids()],
      sending: () => [...this.#sends.keys()],
    })
  }

  get connection(): Connection {
    return this.#connection
  }

  get capabilities(): Capabilities {
    return this.#capabilities
  }

  /** Conversations' sends, where there are any. */
  get sends(): ReadonlyMap<ConversationId, ConversationState['sends']> {
    return this.#sends
  }

  /** A conversation's state; blank while nothing is known of it. */
  slice(id: ConversationId): ConversationState {
    return this.state.conversation(id) ?? newConversation(id, 0)
  }

  locate(key: MessageKey): Located | undefined {
    return this.state.byKey(key)
  }

  apply(facts: readonly StampedFact[]): void {
    if (facts.length > 0) this.#publish(this.state.apply(facts))
  }

  change(...changes: readonly LocalChange[]): void {
    const expired: MessageKey[] = []
    for (const change of changes) {
      if (change.type === 'connection') this.#connection = change.connection
      else if (change.type === 'capabilities') this.#capabilities = change.capabilities
      else if (change.type === 'expired') expired.push(change.key)
    }
    this.#publish(this.state.apply([], changes), expired)
  }

  report(error: ChatError): void {
    this.#listener.failed(error)
  }

  /** What changes in several Readables is told as one step [BND2]. */
  together(run: () => void): void {
    batch(run)
  }

  /** Something about a conversation changed that is no fact: who shows it. */
  wake(id: ConversationId): void {
    const touched: Touched = { keys: new Set(), tallied: new Set(), marks: undefined, members: false }
    this.#publish({ touched: new Map([[id, touched]]), happenings: [], errors: [], joined: [] })
  }

  /** A value of one conversation. */
  conversationReadable<T>(
    id: ConversationId,
    read: (slice: ConversationState) => T,
    watched: (watched: boolean) => void,
  ): StateReadable<T> {
    const readable: StateReadable<T> = new StateReadable(
      this.#host,
      () => read(this.slice(id)),
      on => {
        this.#watchers.watchConversation(id, readable, on)
        watched(on)
      },
    )
    return readable
  }

  /** A value of one message; `receipts`: one that watermarks change, too; `neighbours`: one that other messages of its conversation do. */
  messageReadable<T>(
    key: MessageKey,
    read: (located: Located | undefined) => T,
    watched: (watched: boolean) => void,
    { receipts = false, neighbours = false }: { readonly receipts?: boolean; readonly neighbours?: boolean } = {},
  ): StateReadable<T> {
    let home: ConversationId | undefined
    const readable: StateReadable<T> = new StateReadable(
      this.#host,
      () => read(this.locate(key)),
      on => {
        if (receipts) this.#watchers.watchReceipts(key, readable, on)
        else this.#watchers.watchMessage(key, readable, on)
        if (on && neighbours) home = this.locate(key)?.slice.id
        if (home !== undefined) this.#watchers.watchConversation(home, readable, on)
        watched(on)
      },
    )
    return readable
  }

  /** A value of the whole chat: looked at after every batch, so reading it must be cheap. */
  chatReadable<T>(read: () => T): StateReadable<T> {
    const readable: StateReadable<T> = new StateReadable(this.#host, read, on => {
      if (on) this.#chatWide.add(readable)
      else this.#chatWide.delete(readable)
    })
    return readable
  }

  #publish(change: Change, expired: readonly MessageKey[] = []): void {
    this.#host.version += 1
    for (const id of change.touched.keys()) this.#settle(this.slice(id))
    batch(() => {
      this.#watchers.wake(change.touched)
      for (const key of expired) this.#watchers.wakeMessage(key)
      for (const readable of this.#chatWide) readable.refresh()
    })
    if (change.joined.length > 0) this.#listener.joined(change.joined)
    for (const error of change.errors) this.#listener.failed(error)
    for (const happening of change.happenings) this.#listener.happened(happening)
    this.#trim(change.touched)
  }

  /** What is derived from a conversation as a whole follows it. */
  #settle(slice: ConversationState): void {
    this.listing.update(slice)
    this.open.update(slice)
    if (slice.sends.size > 0) this.#sends.set(slice.id, slice.sends)
    else this.#sends.delete(slice.id)
  }

  #trim(touched: ReadonlyMap<ConversationId, Touched>): void {
    for (const id of touched.keys()) {
      if (this.open.has(id) || trimPoint(this.slice(id)) === undefined) continue
      this.change({ type: 'trim', conversation: id })
      this.#listener.trimmed(id)
    }
  }
}
