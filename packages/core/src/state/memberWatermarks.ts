import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { UserId } from '../model/ids.ts'
import type { Position } from '../model/position.ts'
import { later } from '../model/position.ts'
import type { ReceiptKind, Watermarks } from '../model/receipts.ts'

/** A user at a position: sorted by position, then user. */
interface Reached {
  readonly position: Position
  readonly user: UserId
}

type Reaches = OrderedTree<Reached, Reached, number>

const users = (): OrderedTree<UserId, Watermarks, number> => countingTree((mark: Watermarks) => mark.user, compareText)
const reaches = (): Reaches =>
  countingTree(
    (reached: Reached) => reached,
    (a: Reached, b: Reached) => compareText(a.position, b.position) || compareText(a.user, b.user),
  )

/**
 * How far each other member has got: by user, and by (position, user) so that "how many have read this" is a rank. Opaque to
 * immer, and never copied whole: a move costs O(log members).
 */
export class MemberWatermarks {
  /** Nobody has got anywhere. */
  static empty(): MemberWatermarks {
    return new MemberWatermarks(users(), reaches(), reaches())
  }

  readonly #users: OrderedTree<UserId, Watermarks, number>
  readonly #delivered: Reaches
  readonly #read: Reaches

  private constructor(users: OrderedTree<UserId, Watermarks, number>, delivered: Reaches, read: Reaches) {
    this.#users = users
    this.#delivered = delivered
    this.#read = read
  }

  of(user: UserId): Watermarks | undefined {
    return this.#users.get(user)
  }

  /** Everyone's, in the order of their ids. */
  all(): Iterable<Watermarks> {
    return this.#users
  }

  /** Moves a user forward, never back; reading is getting, too [RCP1]. The same value if nothing moves. */
  move(user: UserId, kind: ReceiptKind, to: Position): MemberWatermarks {
    const before = this.#users.get(user)
    const delivered = later(before?.deliveredUpTo, to) ?? to
    const read = kind === 'read' ? later(before?.readUpTo, to) : before?.readUpTo
    if (before !== undefined && delivered === before.deliveredUpTo && read === before.readUpTo) return this
    return new MemberWatermarks(
      this.#users.set({ user, deliveredUpTo: delivered, ...(read !== undefined && { readUpTo: read }) }),
      moved(this.#delivered, user, before?.deliveredUpTo, delivered),
      moved(this.#read, user, before?.readUpTo, read),
    )
  }

  /** How many have reached a position. */
  count(kind: ReceiptKind, position: Position): number {
    const reaches = this.#reaches(kind)
    return reaches.size - reaches.rank({ position, user: '' })
  }

  /** Who has reached a position. */
  *users(kind: ReceiptKind, position: Position): Iterable<UserId> {
    const reaches = this.#reaches(kind)
    for (const { user } of reaches.range(reaches.rank({ position, user: '' }))) yield user
  }

  has(user: UserId, kind: ReceiptKind, position: Position): boolean {
    const mark = this.#users.get(user)
    const reached = kind === 'read' ? mark?.readUpTo : mark?.deliveredUpTo
    return reached !== undefined && reached >= position
  }

  #reaches(kind: ReceiptKind): Reaches {
    return kind === 'read' ? this.#read : this.#delivered
  }
}

const moved = (reaches: Reaches, user: UserId, from: Position | undefined, to: Position | undefined): Reaches => {
  if (to === undefined || from === to) return reaches
  const without = from === undefined ? reaches : reaches.delete({ position: from, user })
  return without.set({ position: to, user })
}

export const noWatermarks: MemberWatermarks = /* @__PURE__ */ MemberWatermarks.empty()
