import { compareText, nextText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import type { Position } from '../model/position.ts'
import type { Touched } from '../reduce/batch.ts'

/** Something that can be told to look again. */
export interface Watcher {
  refresh(): void
}

/** Receipts that somebody watches, by the place of their message. */
interface Watched {
  readonly position: Position
  readonly key: MessageKey
}

type Places = OrderedTree<Watched, Watched, number>

const noPlaces: Places = /* @__PURE__ */ countingTree(
  (watched: Watched) => watched,
  (a: Watched, b: Watched) => compareText(a.position, b.position) || compareText(a.key, b.key),
)

/** Where a message is now: what a watcher of its receipts is found by. */
export interface Whereabouts {
  readonly key: MessageKey
  readonly conversation: ConversationId
  readonly position: Position | undefined
}

/** Who watches what: only those are looked at, and only where something was touched [BND3]. */
export class Watchers {
  readonly #conversations = new Map<ConversationId, Set<Watcher>>()
  readonly #messages = new Map<MessageKey, Set<Watcher>>()
  readonly #receipts = new Map<MessageKey, Set<Watcher>>()
  readonly #places = new Map<ConversationId, Places>()
  readonly #placed = new Map<MessageKey, Whereabouts>()
  readonly #locate: (key: MessageKey) => Whereabouts | undefined

  constructor(locate: (key: MessageKey) => Whereabouts | undefined) {
    this.#locate = locate
  }

  watchConversation(id: ConversationId, watcher: Watcher, watched: boolean): void {
    change(this.#conversations, id, watcher, watched)
  }

  watchMessage(key: MessageKey, watcher: Watcher, watched: boolean): void {
    change(this.#messages, this.#nowKey(key), watcher, watched)
  }

  /** Woken by the message, by its own receipts, and by watermarks that move over it. */
  watchReceipts(key: MessageKey, watcher: Watcher, watched: boolean): void {
    const now = this.#nowKey(key)
    change(this.#receipts, now, watcher, watched)
    this.#place(now)
  }

  /** Refreshes whom a batch concerns. */
  wake(touched: ReadonlyMap<ConversationId, Touched>): void {
    for (const [id, { keys, tallied, marks, members }] of touched) {
      refreshAll(this.#conversations.get(id))
      for (const key of keys) this.wakeMessage(key)
      for (const key of tallied) if (!keys.has(key)) refreshAll(this.#receipts.get(key))
      const places = this.#places.get(id)
      if (places === undefined) continue
      if (members) this.#wakeAt(places)
      else if (marks !== undefined)
        this.#wakeAt(places.between(marks.after === undefined ? undefined : bound(marks.after), bound(marks.through)))
    }
  }

  #wakeAt(places: Iterable<Watched>): void {
    for (const { key } of places) refreshAll(this.#receipts.get(key))
  }

  /** Refreshes whoever watches a message. */
  wakeMessage(key: MessageKey): void {
    const now = this.#nowKey(key)
    if (now !== key) {
      // Two rows turned out to be one: whoever watched the other now watches this one [ID1].
      for (const watchers of [this.#messages, this.#receipts]) {
        for (const watcher of watchers.get(key) ?? []) change(watchers, now, watcher, true)
        watchers.delete(key)
      }
      this.#place(key)
    }
    refreshAll(this.#messages.get(now))
    if (!this.#receipts.has(now)) return
    this.#place(now)
    refreshAll(this.#receipts.get(now))
  }

  /** Keeps the place of a watched message where it is. */
  #place(key: MessageKey): void {
    const before = this.#placed.get(key)
    const after = this.#receipts.has(key) ? this.#locate(key) : undefined
    if (before?.position !== undefined) {
      const rest = (this.#places.get(before.conversation) ?? noPlaces).delete({ position: before.position, key })
      if (rest.size === 0) this.#places.delete(before.conversation)
      else this.#places.set(before.conversation, rest)
    }
    if (after === undefined) this.#placed.delete(key)
    else this.#placed.set(key, after)
    if (after?.position === undefined) return
    this.#places.set(after.conversation, (this.#places.get(after.conversation) ?? noPlaces).set({ position: after.position, key }))
  }

  #nowKey(key: MessageKey): MessageKey {
    return this.#locate(key)?.key ?? key
  }
}

/** Right after every key at a position. */
const bound = (position: Position): Watched => ({ position: nextText(position), key: '' })

const change = <K>(sets: Map<K, Set<Watcher>>, key: K, watcher: Watcher, watched: boolean): void => {
  const watchers = sets.get(key) ?? new Set()
  if (watched) watchers.add(watcher)
  else watchers.delete(watcher)
  if (watchers.size === 0) sets.delete(key)
  else sets.set(key, watchers)
}

const refreshAll = (watchers: ReadonlySet<Watcher> | undefined): void => {
  for (const watcher of watchers ?? []) watcher.refresh()
}
