import { chatError, type ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey, UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { LocalChange } from '../protocol/intent.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import { Batch, type Found, type Happening, type ReduceContext, type Touched } from './batch.ts'
import { noBlocklist, type Blocklist } from '../state/blocklist.ts'
import { applyBlocklist } from './blocklist.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { EarlyStore, withdrawnIn, type EarlyFacts, type Eviction } from './earlyFacts.ts'
import { applyIdScope } from './idScope.ts'
import { applyIntent } from './intents.ts'
import { joinRanges } from './markRange.ts'
import { NameIndex } from './nameIndex.ts'
import { applyProgress } from './progress.ts'
import { reduceFact } from './reduceFact.ts'

/** What a batch did. */
export interface Change {
  readonly touched: ReadonlyMap<ConversationId, Touched>
  readonly happenings: readonly Happening[]
  readonly errors: readonly ChatError[]
  /** Facts that were joined: all but those whose reduction threw. */
  readonly joined: readonly StampedFact[]
}

export interface ChatStateOptions {
  readonly self: UserId
  readonly idsAreGlobal: boolean
  /** Days since 1970 of a time, in the chat's time zone. */
  readonly dayOf: (at: number) => number
}

/**
 * The joined state of one account: a slice per conversation, and the indexes beside them. The only thing here that changes is
 * which versions it points to; it changes them together, at the end of a batch.
 */
export class ChatState {
  readonly self: UserId
  readonly names: NameIndex
  readonly #context: ReduceContext
  readonly #slices = new Map<ConversationId, ConversationState>()
  readonly #early: EarlyStore
  #evicted: Eviction[] = []
  #lost = 0
  #gapSeq = 0
  #blocklist: Blocklist = noBlocklist

  constructor({ self, idsAreGlobal, dayOf }: ChatStateOptions) {
    this.self = self
    this.names = new NameIndex(idsAreGlobal)
    this.#early = new EarlyStore(eviction => this.#evicted.push(eviction))
    this.#context = { self, names: this.names, early: this.#early, dayOf }
  }

  conversation(id: ConversationId): ConversationState | undefined {
    return this.#slices.get(id)
  }

  conversations(): Iterable<ConversationState> {
    return this.#slices.values()
  }

  get blocklist(): Blocklist {
    return this.#blocklist
  }

  /** The latest gap that named no conversation. */
  get gapSeq(): number {
    return this.#gapSeq
  }

  /** The latest seq of a recall or deletion that waited for its message and was dropped [EARLY1]; 0 if none was. */
  get lost(): number {
    return this.#lost
  }

  /** What waits for its message. */
  *early(): Iterable<{ readonly target: MessageRef; readonly facts: EarlyFacts }> {
    for (const [name, facts] of this.#early.entries()) yield { target: this.names.refOf(name), facts }
  }

  byKey(key: MessageKey): Found | undefined {
    const row = this.names.row(key)
    const slice = row && this.#slices.get(row.conversation)
    const record = row && slice?.messages.get(row.place)
    return slice === undefined || record === undefined ? undefined : { slice, record }
  }

  find(ref: MessageRef): Found | undefined {
    for (const name of this.names.namesIn(ref)) {
      const key = this.names.resolve(name)
      const found = key === undefined ? undefined : this.byKey(key)
      if (found !== undefined) return found
    }
    return undefined
  }

  /**
   * Joins facts, and lays changes over them, as one step. If a reducer throws, the step is taken back and its facts are applied
   * one by one; the culprit is left out and reported [CVG4].
   */
  apply(facts: readonly StampedFact[], changes: readonly LocalChange[] = []): Change {
    try {
      return this.#attempt(facts, changes)
    } catch (thrown) {
      const steps = [...facts.map(fact => ({ facts: [fact], changes: [] })), ...changes.map(change => ({ facts: [], changes: [change] }))]
      if (steps.length > 1) return merged(steps.map(step => this.apply(step.facts, step.changes)))
      const error = chatError('internal', { message: 'A fact could not be applied and was left out.', cause: thrown })
      return { touched: new Map(), happenings: [], errors: [error], joined: [] }
    }
  }

  #attempt(facts: readonly StampedFact[], changes: readonly LocalChange[]): Change {
    const batch = new Batch(this.#context, this.#slices, this.#gapSeq)
    let blocklist = this.#blocklist
    try {
      for (const fact of facts) {
        if (fact.type === 'blocklist') blocklist = applyBlocklist(blocklist, fact)
        else reduceFact(fact, batch)
      }
      for (const change of changes) {
        applyChange(change, batch)
      }
    } catch (thrown) {
      batch.rollback()
      this.#evicted = []
      throw thrown
    }
    batch.commit()
    this.#blocklist = blocklist
    this.#gapSeq = batch.gapSeq
    return { touched: batch.touched, happenings: batch.happenings, errors: [...batch.errors, ...this.#evictions()], joined: facts }
  }

  /** One report for each bound that was passed. */
  #evictions(): readonly ChatError[] {
    const evicted = this.#evicted
    if (evicted.length === 0) return []
    this.#evicted = []
    this.#lost = Math.max(this.#lost, ...evicted.map(({ facts }) => withdrawnIn(facts)))
    return [...new Set(evicted.map(({ limit }) => limit))].map(limit =>
      chatError('protocol', { message: 'Too many facts wait for messages that never came: the oldest were dropped.', limit }),
    )
  }
}

const merged = (changes: readonly Change[]): Change => {
  const touched = new Map<ConversationId, Touched>()
  for (const change of changes) {
    for (const [id, now] of change.touched) {
      const before = touched.get(id)
      if (before === undefined) touched.set(id, now)
      else {
        for (const key of now.keys) before.keys.add(key)
        for (const key of now.tallied) before.tallied.add(key)
        before.members ||= now.members
        if (now.marks !== undefined) before.marks = joinRanges(before.marks, now.marks)
      }
    }
  }
  return {
    touched,
    happenings: changes.flatMap(change => change.happenings),
    errors: changes.flatMap(change => change.errors),
    joined: changes.flatMap(change => change.joined),
  }
}

const applyChange = (change: LocalChange, batch: Batch): void => {
  switch (change.type) {
    case 'history':
    case 'gapFilling':
    case 'trim':
    case 'forget':
      return applyProgress(change, batch)
    case 'capabilities':
      return applyIdScope(change.capabilities, batch)
    case 'connection':
    case 'expired':
      return
    default:
      return applyIntent(change, batch)
  }
}
