import type { UserId } from '../model/ids.ts'
import type { ReceiptKind } from '../model/receipts.ts'
import type { Counts, ExactMarks, Tally, WaitingMark } from '../state/tally.ts'

/** Counts only grow. */
export const joinCounts = (a: Counts, b: Counts): Counts => {
  const delivered = greatest(a.delivered, b.delivered)
  const of = greatest(a.of, b.of)
  const read = Math.max(a.read, b.read)
  if (read === a.read && delivered === a.delivered && of === a.of) return a
  return { read, ...(delivered !== undefined && { delivered }), ...(of !== undefined && { of }) }
}

const greatest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b)

const noMarks: ExactMarks = { delivered: [], read: [] }

/** One user more; who read it has it. */
export const markExactly = (marks: ExactMarks | undefined, user: UserId, kind: ReceiptKind): ExactMarks => {
  const before = marks ?? noMarks
  const delivered = withUser(before.delivered, user)
  const read = kind === 'read' ? withUser(before.read, user) : before.read
  return delivered === before.delivered && read === before.read ? before : { delivered, read }
}

export const joinExact = (a: ExactMarks, b: ExactMarks): ExactMarks => ({
  delivered: b.delivered.reduce(withUser, a.delivered),
  read: b.read.reduce(withUser, a.read),
})

export const joinWaiting = (a: readonly WaitingMark[], b: readonly WaitingMark[]): readonly WaitingMark[] => [
  ...a.map(mark => b.filter(other => isSameMark(mark, other)).reduce((latest, other) => (other.seq > latest.seq ? other : latest), mark)),
  ...b.filter(mark => !a.some(other => isSameMark(mark, other))),
]

const isSameMark = (a: WaitingMark, b: WaitingMark): boolean => a.user === b.user && a.kind === b.kind

/** A sorted list with one more in it. */
const withUser = (users: readonly UserId[], user: UserId): readonly UserId[] => {
  let low = 0
  let high = users.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((users[middle] ?? user) < user) low = middle + 1
    else high = middle
  }
  return users[low] === user ? users : [...users.slice(0, low), user, ...users.slice(low)]
}

/** The lesser of what is known. */
export const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

/** Both tallies, under the key of the first. */
export const joinTallies = (a: Tally, b: Omit<Tally, 'key'>): Tally => {
  const counts = a.counts && b.counts ? joinCounts(a.counts, b.counts) : (a.counts ?? b.counts)
  const exact = a.exact && b.exact ? joinExact(a.exact, b.exact) : (a.exact ?? b.exact)
  const waiting = a.waiting && b.waiting ? joinWaiting(a.waiting, b.waiting) : (a.waiting ?? b.waiting)
  return { key: a.key, ...(counts && { counts }), ...(exact && { exact }), ...(waiting && { waiting }) }
}
