import type { Chat, Json, Readable, StampedFact } from '@parlance/core'
import { createChat, snapshotOfFacts } from '@parlance/core'
import { createCell } from '../cell.ts'
import { eraseRecalled } from './eraseRecalled.ts'
import { mergeSnapshots } from './mergeSnapshots.ts'
import { silentTransport } from './silentTransport.ts'

/** A fact as the inspector keeps it. */
export interface LoggedFact {
  /** Counts from 1, over all facts of this chat. */
  readonly number: number
  /** When it was joined, milliseconds since 1970. */
  readonly at: number
  readonly fact: StampedFact
}

/** The last facts of a chat, and the state right after each of them. */
export interface FactLog {
  readonly entries: Readable<readonly LoggedFact[]>
  /** Facts so far, those included that aren't kept. */
  readonly total: Readable<number>
  /**
   * A chat that stands still in the state after this fact: the facts folded again, by the same reducer. As in any chat, only the newest
   * messages of a long conversation are there that nobody has open. Dispose it.
   */
  readonly replay: (through: number) => Chat
}

const MOST = 400
/** How many older ones are kept at least before they are folded into one snapshot. */
const STEP = 1_000

export const createFactLog = (chat: Chat): FactLog => {
  const { self } = chat
  const capabilities = chat.capabilities.get()
  const entries = createCell<readonly LoggedFact[]>([])
  const total = createCell(0)
  let kept: LoggedFact[] = []
  /** Older than those kept, and not yet in `begin`. */
  let older: StampedFact[] = []
  let begin: Json = chat.snapshot()
  let folded = 0
  let count = 0
  let telling = false

  const fold = (facts: readonly StampedFact[]): Chat =>
    createChat({ transport: silentTransport(self, capabilities), snapshot: mergeSnapshots(begin, snapshotOfFacts(self, facts)) })
  const absorb = (facts: readonly StampedFact[]): void => {
    const replayed = fold(facts)
    begin = replayed.snapshot()
    void replayed.dispose()
    folded += facts.length
    older = []
  }
  /** What came before the log forgets the body as well: it takes the recall in at once. */
  const erase = (recall: Extract<StampedFact, { type: 'recalled' }>): void => {
    const facts = eraseRecalled([...older, ...kept.map(({ fact }) => fact)], recall)
    absorb([...facts.slice(0, older.length), recall])
    kept = kept.map((entry, index) => ({ ...entry, fact: facts[facts.length - kept.length + index] ?? entry.fact }))
  }
  const tell = (): void => {
    telling = false
    older.push(...kept.splice(0, Math.max(0, kept.length - MOST)).map(({ fact }) => fact))
    // Each fold costs as much as all that came before: fold the less often the more there is.
    if (older.length > Math.max(STEP, folded)) absorb(older)
    entries.set([...kept])
    total.set(count)
  }

  chat.facts$.subscribe(fact => {
    kept.push({ number: ++count, at: Date.now(), fact })
    if (fact.type === 'recalled') erase(fact)
    if (telling) return
    telling = true
    queueMicrotask(tell)
  })

  return {
    entries,
    total,
    replay: through => fold([...older, ...kept.filter(({ number }) => number <= through).map(({ fact }) => fact)]),
  }
}
