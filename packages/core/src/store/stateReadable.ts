import { effect, signal, untracked, type Signal } from '@preact/signals-core'
import type { Readable } from '../model/readable.ts'
import { same } from './same.ts'

/** What a Readable needs of the store it reads. */
export interface Host {
  /** Grows with every change of the state. */
  readonly version: number
  /** A subscriber threw. */
  readonly caught: (thrown: unknown) => void
}

/**
 * A value of the state. Unwatched it is computed when asked; watched it is computed when its part of the state was touched, and
 * told when it differs. Equal values keep their identity.
 */
export class StateReadable<T> implements Readable<T> {
  /** For Vue: not to be made reactive. */
  readonly __v_skip = true
  readonly #host: Host
  readonly #read: () => T
  /** The first watcher came, or the last one left. */
  readonly #watched: (watched: boolean) => void
  #signal: Signal<T> | undefined
  #watchers = 0
  /** Its signal didn't take the value that it has by now. */
  #isBehind = false
  #value: T | undefined
  #version = -1

  constructor(host: Host, read: () => T, watched: (watched: boolean) => void) {
    this.#host = host
    this.#read = read
    this.#watched = watched
    // Methods that can be handed on alone.
    this.get = this.get.bind(this)
    this.subscribe = this.subscribe.bind(this)
  }

  get(): T {
    return this.#signal === undefined || this.#isBehind ? this.#current() : this.#signal.peek()
  }

  subscribe(listener: (value: T) => void): () => void {
    const live = (this.#signal ??= signal(this.#current()))
    if (this.#watchers++ === 0) this.#watched(true)
    const stop = effect(() => {
      const value = live.value
      // The listener's own reads are its own business.
      untracked(() => this.#tell(listener, value))
    })
    let ended = false
    return () => {
      if (ended) return
      ended = true
      stop()
      if (--this.#watchers > 0) return
      this.#signal = undefined
      this.#watched(false)
    }
  }

  /** Its part of the state was touched: computes anew, inside the store's batch. */
  refresh(): void {
    if (this.#signal === undefined) return
    const value = this.#current()
    try {
      this.#signal.value = value
      this.#isBehind = false
    } catch {
      // Signals take a hundred rounds in a row for a cycle. Subscribers that go on giving commands are told in a turn of their own [BND7].
      if (!this.#isBehind) queueMicrotask(() => this.refresh())
      this.#isBehind = true
    }
  }

  #current(): T {
    const { version } = this.#host
    if (version === this.#version && this.#value !== undefined) return this.#value
    const before = this.#value
    const next = this.#read()
    this.#version = version
    this.#value = before !== undefined && same(before, next) ? before : next
    return this.#value
  }

  #tell(listener: (value: T) => void, value: T): void {
    try {
      listener(value)
    } catch (thrown) {
      this.#host.caught(thrown)
    }
  }
}
