import type { ChatError } from '../model/error.ts'
import type { LocalId, UserId } from '../model/ids.ts'
import type { ReceiptKind } from '../model/receipts.ts'
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
  /** Who alone spoke of it. Absent where the backend did, or several: that counts for nobody. */
  readonly speaker: UserId | undefined
}

/** A watermark that waits, by whose and where. */
interface Held {
  readonly name: string
  readonly kind: ReceiptKind
}

/** What was dropped because a bound was passed. */
export interface Eviction {
  readonly facts: EarlyFacts
  readonly limit: number
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
  /** Each user's waiting watermarks, the oldest first. */
  readonly #marks = new JournaledMap<UserId, readonly Held[]>()
  readonly #evicted: (eviction: Eviction) => void

  constructor(evicted: (eviction: Eviction) => void) {
    this.#evicted = evicted
  }

  get size(): number {
    return this.#light.size + this.#grave.size
  }

  /** `speaker`: the user who says so; `undefined` where the backend says it of itself. */
  add(name: string, speaker: UserId | undefined, facts: EarlyFacts): void {
    const before = this.#get(name)
    const by = before === undefined || before.speaker === speaker ? speaker : undefined
    if (before?.speaker !== by) {
      this.#count(before?.speaker, -1)
      this.#count(by, 1)
    }
    this.#put(name, { facts: before === undefined ? facts : joinEarly(before.facts, facts), speaker: by })
    for (const mark of facts.waiting ?? []) this.#hold(name, mark)
    if (before === undefined) this.#keepBounds(by)
  }

  /** What waits for a name; it waits no longer. */
  take(name: string): EarlyFacts | undefined {
    const entry = this.#get(name)
    if (entry === undefined) return undefined
    this.#remove(name, entry)
    return entry.facts
  }

  /** Lets everything wait under the name that now stands for its own. */
  rename(nameNow: (name: string) => string): void {
    for (const [name] of [...this.entries()]) {
      const [now, entry] = [nameNow(name), this.#get(name)]
      if (now === name || entry === undefined) continue
      this.#remove(name, entry)
      this.add(now, entry.speaker, entry.facts)
    }
  }

  /** All that waits. */
  *entries(): Iterable<readonly [name: string, facts: EarlyFacts]> {
    for (const map of [this.#light, this.#grave]) for (const [name, { facts }] of map.entries()) yield [name, facts]
  }

  commit(): void {
    for (const map of this.#maps()) map.commit()
  }

  rollback(): void {
    for (const map of this.#maps()) map.rollback()
  }

  #maps(): readonly { commit(): void; rollback(): void }[] {
    return [this.#light, this.#grave, this.#perSpeaker, this.#marks]
  }

  #get(name: string): Entry | undefined {
    return this.#grave.get(name) ?? this.#light.get(name)
  }

  #put(name: string, entry: Entry): void {
    const grave = entry.facts.claims !== undefined || entry.facts.deletedSeq !== undefined
    if (grave) this.#light.delete(name)
    ;(grave ? this.#grave : this.#light).set(name, entry)
  }

  #remove(name: string, { facts, speaker }: Entry): void {
    this.#light.delete(name)
    this.#grave.delete(name)
    this.#count(speaker, -1)
    for (const { user } of facts.waiting ?? []) {
      this.#marks.set(
        user,
        (this.#marks.get(user) ?? []).filter(held => held.name !== name),
      )
    }
  }

  #count(speaker: UserId | undefined, by: number): void {
    if (speaker !== undefined) this.#perSpeaker.set(speaker, (this.#perSpeaker.get(speaker) ?? 0) + by)
  }

  /** So many watermarks of one user wait, the newest: they reach furthest [RCP2]. */
  #hold(name: string, { user, kind }: WaitingMark): void {
    const held = this.#marks.get(user) ?? []
    if (held.some(mark => mark.name === name && mark.kind === kind)) return
    this.#marks.set(user, [...held, { name, kind }].slice(-mostMarksPerUser))
    const [oldest] = held
    if (held.length === mostMarksPerUser && oldest !== undefined) this.#dropMark(user, oldest)
  }

  #dropMark(user: UserId, { name, kind }: Held): void {
    const entry = this.#get(name)
    if (entry === undefined) return
    const { waiting = [], ...others } = entry.facts
    const rest = waiting.filter(mark => mark.user !== user || mark.kind !== kind)
    const facts: EarlyFacts = rest.length === 0 ? others : { ...others, waiting: rest }
    if (Object.keys(facts).length === 0) this.#remove(name, entry)
    else this.#put(name, { ...entry, facts })
    this.#evicted({ facts: { waiting: waiting.filter(mark => !rest.includes(mark)) }, limit: mostMarksPerUser })
  }

  #keepBounds(speaker: UserId | undefined): void {
    if (speaker !== undefined && (this.#perSpeaker.get(speaker) ?? 0) > mostPerSpeaker)
      this.#evictFirst(mostPerSpeaker, entry => entry.speaker === speaker)
    else if (this.size > mostInAll) this.#evictFirst(mostInAll, () => true)
  }

  #evictFirst(limit: number, matches: (entry: Entry) => boolean): void {
    for (const map of [this.#light, this.#grave]) {
      for (const [name, entry] of map.entries()) {
        if (!matches(entry)) continue
        this.#remove(name, entry)
        this.#evicted({ facts: entry.facts, limit })
        return
      }
    }
  }
}

/** The latest seq of a withdrawal in early facts; 0 if there is none. */
export const withdrawnIn = ({ claims = [], deletedSeq = 0 }: EarlyFacts): number => Math.max(deletedSeq, ...claims.map(({ seq }) => seq))

/** Both joined: a set of claims, one highest edit per authority, one count, one set of marks. */
const joinEarly = (a: EarlyFacts, b: EarlyFacts): EarlyFacts => {
  const refused = a.refused === undefined || (b.refused !== undefined && b.refused.seq < a.refused.seq) ? b.refused : a.refused
  const readByMe =
    a.readByMe && b.readByMe
      ? { least: Math.min(a.readByMe.least, b.readByMe.least), latest: Math.max(a.readByMe.latest, b.readByMe.latest) }
      : (a.readByMe ?? b.readByMe)
  const deletedSeq = least(a.deletedSeq, b.deletedSeq)
  const claims = joinClaims(a.claims, b.claims)
  const edits = joinEdits(a.edits, b.edits)?.filter(edit => !claims?.some(claim => outlives(claim, edit)))
  const reactions = a.reactions && b.reactions ? joinReactionMarks(a.reactions, b.reactions) : (a.reactions ?? b.reactions)
  const counts = a.counts && b.counts ? joinCounts(a.counts, b.counts) : (a.counts ?? b.counts)
  const exact = a.exact && b.exact ? joinExact(a.exact, b.exact) : (a.exact ?? b.exact)
  const waiting = a.waiting && b.waiting ? joinWaiting(a.waiting, b.waiting) : (a.waiting ?? b.waiting)
  return {
    ...(claims && { claims }),
    ...(edits?.length && { edits }),
    ...(reactions && { reactions }),
    ...(counts && { counts }),
    ...(exact && { exact }),
    ...(waiting && { waiting }),
    ...(refused && { refused }),
    ...(readByMe && { readByMe }),
    ...(deletedSeq !== undefined && { deletedSeq }),
  }
}

/** Whether a recall stands wherever an edit would: then what the edit says is kept nowhere [RCL1]. */
const outlives = ({ recalled }: Claim, { value }: Versioned<Edit>): boolean =>
  recalled.as !== 'author' || (value.as === 'author' && value.by === recalled.by)

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
