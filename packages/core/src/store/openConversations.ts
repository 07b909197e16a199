import type { ConversationId, UserId } from '../model/ids.ts'
import { isAtLive, unreadOf } from '../select/unread.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { Place } from '../state/messageRecord.ts'
import { afterPosition } from '../state/messageTree.ts'
import { ownMark } from '../state/ownMark.ts'

interface Open {
  count: number
  /** After what I had read when it was opened; frozen, so that the marker doesn't run away while I read. */
  marker: Place | undefined
  /** Whether my mark was known by then. */
  settled: boolean
}

/** Which conversations are shown, by how many, and where their unread marker stands. */
export class OpenConversations {
  readonly #open = new Map<ConversationId, Open>()
  readonly #self: UserId
  readonly #slice: (id: ConversationId) => ConversationState

  constructor(self: UserId, slice: (id: ConversationId) => ConversationState) {
    this.#self = self
    this.#slice = slice
  }

  has(id: ConversationId): boolean {
    return this.#open.has(id)
  }

  ids(): Iterable<ConversationId> {
    return this.#open.keys()
  }

  marker(id: ConversationId): Place | undefined {
    return this.#open.get(id)?.marker
  }

  /** Whether it is the first that shows it. */
  add(id: ConversationId): boolean {
    const open = this.#open.get(id)
    if (open !== undefined) {
      open.count += 1
      return false
    }
    this.#open.set(id, { count: 1, marker: undefined, settled: false })
    this.#freeze(this.#slice(id))
    return true
  }

  /** Whether nobody shows it any more. */
  remove(id: ConversationId): boolean {
    const open = this.#open.get(id)
    if (open === undefined || --open.count > 0) return false
    return this.#open.delete(id)
  }

  /** One that was opened before anything was known of it gets its marker now. */
  update(slice: ConversationState): void {
    if (this.#open.size > 0) this.#freeze(slice)
  }

  #freeze(slice: ConversationState): void {
    const open = this.#open.get(slice.id)
    if (open === undefined || open.settled || !(slice.listed !== undefined || isAtLive(slice))) return
    const mark = ownMark(slice)
    open.settled = true
    const unread = unreadOf(slice, this.#self)
    if (unread.count > 0) open.marker = afterPosition(mark)
  }
}
