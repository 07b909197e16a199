import { createDraft, finishDraft } from 'immer'
import type { ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey, UserId } from '../model/ids.ts'
import type { Ephemeral } from '../model/ephemeral.ts'
import type { Membership } from '../model/membership.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { newConversation, type ConversationState } from '../state/conversationState.ts'
import type { EarlyStore } from './earlyFacts.ts'
import type { MarkRange } from './markRange.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import type { NameIndex } from './nameIndex.ts'

/** What a batch changed in one conversation: who is woken depends on it [BND3]. */
export interface Touched {
  readonly keys: Set<MessageKey>
  /** Messages whose own receipts changed. */
  readonly tallied: Set<MessageKey>
  /** Where members' watermarks moved. */
  marks: MarkRange | undefined
  /** Who belongs to it changed. */
  members: boolean
}

/** Something that happens once, beside the state. */
export type Happening =
  | { readonly type: 'arrived'; readonly record: MessageRecord }
  | { readonly type: 'command'; readonly record: MessageRecord }
  | { readonly type: 'ephemeral'; readonly ephemeral: Ephemeral }
  | { readonly type: 'membership'; readonly membership: Membership }

/** What reducing needs besides facts. */
export interface ReduceContext {
  readonly self: UserId
  readonly names: NameIndex
  readonly early: EarlyStore
  /** Days since 1970 in the chat's time zone. */
  readonly dayOf: (at: number) => number
}

/** A message where it was found. */
export interface Found {
  readonly slice: ConversationState
  readonly record: MessageRecord
}

/**
 * One batch under way: each conversation that a fact touches is drafted once and finished once. Nothing is seen outside before
 * `commit`; `rollback` leaves no trace [CVG4].
 */
export class Batch {
  readonly self: UserId
  readonly names: NameIndex
  readonly early: EarlyStore
  readonly dayOf: (at: number) => number
  readonly touched: Map<ConversationId, Touched> = new Map()
  readonly happenings: Happening[] = []
  readonly errors: ChatError[] = []
  readonly #slices: Map<ConversationId, ConversationState>
  readonly #drafts = new Map<ConversationId, ConversationState>()
  /** The latest gap that named no conversation. */
  gapSeq: number

  /** `gapSeq`: the latest gap that named no conversation, for those that appear now. */
  constructor(context: ReduceContext, slices: Map<ConversationId, ConversationState>, gapSeq: number) {
    this.self = context.self
    this.names = context.names
    this.early = context.early
    this.dayOf = context.dayOf
    this.#slices = slices
    this.gapSeq = gapSeq
  }

  /** A conversation to write to; a new one if there is none yet. */
  slice(id: ConversationId): ConversationState {
    let draft = this.#drafts.get(id)
    if (draft === undefined) {
      draft = draftOf(this.#slices.get(id) ?? newConversation(id, this.gapSeq))
      this.#drafts.set(id, draft)
      this.touched.set(id, { keys: new Set(), tallied: new Set(), marks: undefined, members: false })
    }
    return draft
  }

  /** Every conversation there is: only for what concerns all. */
  *all(): Iterable<ConversationState> {
    for (const id of new Set([...this.#slices.keys(), ...this.#drafts.keys()])) yield this.slice(id)
  }

  touch(id: ConversationId): Touched {
    this.slice(id)
    const touched = this.touched.get(id)
    if (touched === undefined) throw new TypeError('A drafted conversation is touched.')
    return touched
  }

  /** The message that a key or one of its former keys names. */
  byKey(key: MessageKey): Found | undefined {
    const row = this.names.row(key)
    if (row === undefined) return undefined
    const slice = this.slice(row.conversation)
    const record = slice.messages.get(row.place)
    return record === undefined ? undefined : { slice, record }
  }

  byName(name: string): Found | undefined {
    const key = this.names.resolve(name)
    return key === undefined ? undefined : this.byKey(key)
  }

  /** The message that a reference names, by whichever name is known. */
  find(ref: MessageRef, conversation?: ConversationId): Found | undefined {
    for (const name of this.names.namesIn(ref, conversation)) {
      const found = this.byName(name)
      if (found !== undefined) return found
    }
    return undefined
  }

  commit(): void {
    for (const [id, draft] of this.#drafts) this.#slices.set(id, finished(draft))
    this.names.commit()
    this.early.commit()
  }

  rollback(): void {
    this.names.rollback()
    this.early.rollback()
  }
}

// immer's own Draft type would map over the opaque trees and lose their private parts; the slice's fields are writable as they are.
const draftOf = (slice: ConversationState): ConversationState => createDraft<object>(slice) as ConversationState
const finished = (draft: ConversationState): ConversationState => finishDraft(draft)
