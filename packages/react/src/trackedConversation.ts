import type { ConversationCommands, ConversationHandle, ConversationId, ConversationState, NoConversation, Readable } from '@parlance/core'
import { onChange } from '@parlance/core'

/** What `useConversation` gives: the state it holds, read by name, and the commands. */
export type ConversationView<Id extends ConversationId | undefined = ConversationId> = { readonly id: Id } & ConversationState<Id> &
  ConversationCommands

type Handle = ConversationHandle | NoConversation
type Selected = ConversationId | undefined
type Once = <T>(readable: Readable<T>) => () => T

/** Getters on the prototype aren't enumerable: spreading or logging a view reads nothing, and so subscribes to nothing. */
class StateAtFirstRead implements ConversationState<Selected> {
  readonly #info
  readonly #messages
  readonly #timeline
  readonly #unread
  readonly #typing
  readonly #draft
  readonly #history
  readonly #can
  readonly #pinned

  constructor(handle: Handle, once: Once) {
    this.#info = once<ConversationState<Selected>['info']>(handle.info)
    this.#messages = once(handle.messages)
    this.#timeline = once(handle.timeline)
    this.#unread = once(handle.unread)
    this.#typing = once(handle.typing)
    this.#draft = once(handle.draft)
    this.#history = once(handle.history)
    this.#can = once(handle.can)
    this.#pinned = once(handle.pinned)
  }

  get info(): ConversationState<Selected>['info'] {
    return this.#info()
  }
  get messages(): ConversationState['messages'] {
    return this.#messages()
  }
  get timeline(): ConversationState['timeline'] {
    return this.#timeline()
  }
  get unread(): ConversationState['unread'] {
    return this.#unread()
  }
  get typing(): ConversationState['typing'] {
    return this.#typing()
  }
  get draft(): ConversationState['draft'] {
    return this.#draft()
  }
  get history(): ConversationState['history'] {
    return this.#history()
  }
  get can(): ConversationState['can'] {
    return this.#can()
  }
  get pinned(): ConversationState['pinned'] {
    return this.#pinned()
  }
}

/**
 * A conversation as one Readable. Its value is a view that keeps each value as it was at its first read, and is replaced by a new view
 * when one of those values has changed: so a view may be destructured, passed on, or stand among dependencies. Only what was ever read of
 * a view is subscribed to.
 */
export const trackedConversation = (handle: Handle): Readable<ConversationView<Selected>> => {
  const { info, messages, timeline, unread, typing, draft, history, can, pinned, ...commands } = handle
  const read = new Set<Readable<unknown>>()
  const watchers = new Set<(readable: Readable<unknown>) => void>()
  let view: ConversationView<Selected> | undefined
  let stands: (() => boolean)[] = []

  const createView = (): ConversationView<Selected> => {
    const unchanged: (() => boolean)[] = []
    stands = unchanged
    const once: Once = readable => {
      let first: { readonly value: ReturnType<typeof readable.get> } | undefined
      return () => {
        if (first === undefined) {
          const value = readable.get()
          first = { value }
          unchanged.push(() => Object.is(readable.get(), value))
          if (!read.has(readable)) {
            read.add(readable)
            for (const watch of watchers) watch(readable)
          }
        }
        return first.value
      }
    }
    return Object.assign(new StateAtFirstRead(handle, once), commands)
  }
  const get = (): ConversationView<Selected> => {
    if (view === undefined || !stands.every(stand => stand())) view = createView()
    return view
  }

  return {
    get,
    subscribe: listener => {
      const stops: (() => void)[] = []
      const watch = (readable: Readable<unknown>): void => {
        stops.push(onChange(readable, () => listener(get())))
      }
      watchers.add(watch)
      for (const readable of read) watch(readable)
      listener(get())
      return () => {
        watchers.delete(watch)
        for (const stop of stops) stop()
      }
    },
  }
}
