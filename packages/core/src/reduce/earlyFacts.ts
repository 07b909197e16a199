import type { ChatError } from '../model/error.ts'
import type { LocalId, UserId } from '../model/ids.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import { JournaledMap } from './journaledMap.ts'
import { joinCounts, joinExact, joinWaiting, least } from './marks.ts'
import type { Edit } from '../state/messageRecord.ts'
import type { ReactionMark } from '../state/reactionTree.ts'
import type { Counts, ExactMarks, WaitingMark } from '../state/tally.ts'
import { joinReactionMarks } from './reactionMarks.ts'
import { leastClaim, type Claim } from './recallClaim.ts'

/** What is already known of a message that isn't here yet, joined [EARLY1]. */
export interface EarlyFacts {
  readonly claims?: readonly Claim[]
  readonly edits?: readonly Versioned<Edit>[]
  readonly reactions?: readonly ReactionMark[]
  readonly counts?: Counts
  readonly exact?: ExactMarks
  readonly waiting?: readonly WaitingMark[]
  /** I read it: the least and the latest seq of my marks at it. */
  readonly readByMe?: { readonly least: number; readonly latest: number }
  /** The least seq of a deletion. */
  readonly deletedSeq?: number
  readonly refused?: { readonly localId: LocalId; readonly error: ChatError; readonly seq: number }
}

interface Entry {
  readonly facts: EarlyFacts
  /** Who spoke first of it: each may fill only so much. */
  readonly speaker: UserId
}

const mostInAll = 4_096
const mostPerSpeaker = 256
const mostMarksPerUser = 32

/** Early facts by the name of the message they wait for. Bounded: what is lost is told. */
export class EarlyStore {
  // Losing an edit or a count is a blemish; losing a recall would show what was withdrawn. So the former go first.
  readonly #light = new JournaledMap<string, Entry>()
  readonly #grave = new JournaledMap<string, Entry>()
  readonly #perSpeaker = new JournaledMap<UserId, number>()
  readonly #marksPerUser = new JournaledMap<UserId, number>()
  readonly #evicted: (name: string) => void

  constructor(evicted: (name: string) => void) {
    this.#evicted = evicted
  }

  get size(): number {
    return this.#light.size + this.#grave.size
  }

  add(name: string, speaker: UserId, facts: EarlyFacts): void {
    const before = this.#grave.get(name) ?? this.#light.get(name)
    if (facts.waiting !== undefined && !this.#mayWait(before, facts.waiting, name)) return
    const joined = before === undefined ? facts : joinEarly(before.facts, facts)
    if (before === undefined) this.#count(speaker, 1)
    const grave = joined.claims !== undefined || joined.deletedSeq !== undefined
    if (grave) this.#light.delete(name)
    ;(grave ? this.#grave : this.#light).set(name, { facts: joined, speaker: before?.speaker ?? speaker })
    if (before === undefined) this.#holdBounds(speaker)
  }

  /** What waits for a name; it waits no longer. */
  take(name: string): EarlyFacts | undefined {
    const entry = this.#grave.get(name) ?? this.#light.get(name)
    if (entry === undefined) return undefined
    this.#remove(name, entry)
    return entry.facts
  }

  commit(): void {
    for (const map of this.#maps()) map.commit()
  }

  rollback(): void {
    for (const map of this.#maps()) map.rollback()
  }

  #maps(): readonly { commit(): void; rollback(): void }[] {
    return [this.#light, this.#grave, this.#perSpeaker, this.#marksPerUser]
  }

  #remove(name: string, entry: Entry): void {
    this.#light.delete(name)
    this.#grave.delete(name)
    this.#count(entry.speaker, -1)
    for (const { user } of entry.facts.waiting ?? []) this.#marksPerUser.set(user, (this.#marksPerUser.get(user) ?? 1) - 1)
  }

  #count(speaker: UserId, by: number): void {
    this.#perSpeaker.set(speaker, (this.#perSpeaker.get(speaker) ?? 0) + by)
  }

  /** Whether these marks may wait, too: so many per user, no more [RCP2]. */
  #mayWait(before: Entry | undefined, marks: readonly WaitingMark[], name: string): boolean {
    for (const { user, kind } of marks) {
      if (before?.facts.waiting?.some(mark => mark.user === user && mark.kind === kind) === true) continue
      const waiting = this.#marksPerUser.get(user) ?? 0
      if (waiting >= mostMarksPerUser) {
        this.#evicted(name)
        return false
      }
      this.#marksPerUser.set(user, waiting + 1)
    }
    return true
  }

  #holdBounds(speaker: UserId): void {
    if ((this.#perSpeaker.get(speaker) ?? 0) > mostPerSpeaker) this.#evictFirst(entry => entry.speaker === speaker)
    else if (this.size > mostInAll) this.#evictFirst(() => true)
  }

  #evictFirst(matches: (entry: Entry) => boolean): void {
    for (const map of [this.#light, this.#grave]) {
      for (const [name, entry] of map.entries()) {
        if (!matches(entry)) continue
        this.#remove(name, entry)
        this.#evicted(name)
        return
      }
    }
  }
}

/** Both joined: a set of claims, one highest edit per authority, one count, one set of marks. */
const joinEarly = (a: EarlyFacts, b: EarlyFacts): EarlyFacts => {
  const refused = a.refused === undefined || (b.refused !== undefined && b.refused.seq < a.refused.seq) ? b.refused : a.refused
  const readByMe =
    a.readByMe && b.readByMe
      ? { least: Math.min(a.readByMe.least, b.readByMe.least), latest: Math.max(a.readByMe.latest, b.readByMe.latest) }
      : (a.readByMe ?? b.readByMe)
  const deletedSeq = least(a.deletedSeq, b.deletedSeq)
  const claims = joinClaims(a.claims, b.claims)
  const edits = joinEdits(a.edits, b.edits)
  const reactions = a.reactions && b.reactions ? joinReactionMarks(a.reactions, b.reactions) : (a.reactions ?? b.reactions)
  const counts = a.counts && b.counts ? joinCounts(a.counts, b.counts) : (a.counts ?? b.counts)
  const exact = a.exact && b.exact ? joinExact(a.exact, b.exact) : (a.exact ?? b.exact)
  const waiting = a.waiting && b.waiting ? joinWaiting(a.waiting, b.waiting) : (a.waiting ?? b.waiting)
  return {
    ...(claims && { claims }),
    ...(edits && { edits }),
    ...(reactions && { reactions }),
    ...(counts && { counts }),
    ...(exact && { exact }),
    ...(waiting && { waiting }),
    ...(refused && { refused }),
    ...(readByMe && { readByMe }),
    ...(deletedSeq !== undefined && { deletedSeq }),
  }
}

/** One claim for each that makes one: a false one never hides a true one [RCL3]. */
const joinClaims = (a: readonly Claim[] | undefined, b: readonly Claim[] | undefined): readonly Claim[] | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const joined = [...a]
  for (const claim of b) {
    const same = joined.findIndex(({ recalled }) => recalled.by === claim.recalled.by && recalled.as === claim.recalled.as)
    const other = joined[same]
    if (other === undefined) joined.push(claim)
    else joined[same] = leastClaim(other, claim)
  }
  return joined
}

const joinEdits = (
  a: readonly Versioned<Edit>[] | undefined,
  b: readonly Versioned<Edit>[] | undefined,
): readonly Versioned<Edit>[] | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const joined = [...a]
  for (const edit of b) {
    const same = joined.findIndex(({ value }) => value.by === edit.value.by && value.as === edit.value.as)
    const other = joined[same]
    if (other === undefined) joined.push(edit)
    else joined[same] = newest(other, edit)
  }
  return joined
}
