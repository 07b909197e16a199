import type { UserId } from '../model/ids.ts'
import type { ReceiptKind } from '../model/receipts.ts'
import type { Counts, ExactMarks, WaitingMark } from '../state/messageRecord.ts'

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
  ...a,
  ...b.filter((mark) => !a.some(({ user, kind }) => user === mark.user && kind === mark.kind)),
]

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
