import type { Chat } from './chat.ts'
import type { FlowContext } from './flow/flowContext.ts'
import { ask } from './flow/ask.ts'
import { bodyLimits, validateBody } from './flow/validateOutgoing.ts'
import { misuse } from './misuse.ts'
import type { Body } from './model/body.ts'
import { chatError, type ChatError } from './model/error.ts'
import type { ConversationId, UserId } from './model/ids.ts'
import { failed, type Outcome } from './model/outcome.ts'
import type { Readable } from './model/readable.ts'
import type { Capabilities } from './protocol/capabilities.ts'
import type { Clock } from './protocol/clock.ts'
import type { Fact } from './protocol/fact.ts'
import type { StampedFact } from './protocol/stampedFact.ts'
import type { Op, Transport } from './protocol/transport.ts'
import type { ConversationState } from './state/conversationState.ts'
import type { ChatStore } from './store/chatStore.ts'
import { StateReadable } from './store/stateReadable.ts'

/** A value of a part: the part says when to look again. */
export interface PartReadable<T> extends Readable<T> {
  /** It may have changed: whoever watches is told if it has. */
  readonly refresh: () => void
}

/**
 * What a part of a chat works with. A part is a feature with a state of its own, such as contacts, that is only there where an
 * application imports it.
 */
export interface PartContext {
  readonly transport: Transport
  readonly self: UserId
  readonly capabilities: () => Capabilities
  readonly clock: Clock
  /** Aborts when the chat is disposed. */
  readonly disposed: AbortSignal
  readonly online: () => boolean
  /** What `send` says of a body: its copy, or why it can't be sent [SND11]. */
  readonly check: (body: Body) => Outcome<Body>
  /** To `errors$`. */
  readonly report: (error: ChatError) => void
  /** One request: bounded in time, never rejects; `offline` while there is no link, `cancelled` when it is no longer wanted. */
  readonly ask: <T>(run: (op: Op) => Promise<T>) => Promise<Outcome<T>>
  /** The next number of this device's counter: take one when a request leaves, and hand it in with the answer. */
  readonly seq: () => number
  /** Puts the facts of an answer into the state, and to whoever listens, before it returns. */
  readonly tell: (facts: readonly Fact[], requested: number) => void
  /** Every conversation that something is known of, in no order. */
  readonly conversations: () => Iterable<ConversationState>
  /** A conversation's state; blank while nothing is known of it. */
  readonly conversation: (id: ConversationId) => ConversationState
  /** Calls with facts as they join; the function it gives back ends that, as `dispose` does. */
  readonly onFacts: (listener: (facts: readonly StampedFact[]) => void) => () => void
  /** Calls whenever a link is synced. */
  readonly onSynced: (listener: (continuity: 'whole' | 'gap') => void) => () => void
  /** `watched`: somebody watches it, or nobody does any more. */
  readonly readable: <T>(read: () => T, watched?: (watched: boolean) => void) => PartReadable<T>
  /** A value of one conversation: looked at anew when its state changes. */
  readonly conversationReadable: <T>(
    id: ConversationId,
    read: (conversation: ConversationState) => T,
    watched?: (watched: boolean) => void,
  ) => Readable<T>
}

/** Where the parts of one chat live. */
export interface PartHost {
  readonly context: PartContext
  readonly joined: (facts: readonly StampedFact[]) => void
  readonly synced: (continuity: 'whole' | 'gap') => void
}

/** What a chat carries for its parts: kept by whoever copies the chat to change something about it. */
const host: unique symbol = Symbol('parts')

interface Hosting {
  readonly [host]?: { readonly context: PartContext; readonly parts: Map<unknown, unknown> }
}

/** Makes a chat one that can have parts. */
export const hostParts = (chat: Chat, { context }: PartHost): Chat & Hosting => ({ ...chat, [host]: { context, parts: new Map() } })

/** The one instance of a part that a chat has; made by `create` when it is first asked for. */
export const partOf = <T>(chat: Chat & Hosting, create: (context: PartContext) => T): T => {
  const hosting = chat[host] ?? misuse('This is no chat: pass what createChat() gave.')
  const parts = hosting.parts as Map<(context: PartContext) => T, T>
  const known = parts.get(create)
  if (known !== undefined) return known
  const made = create(hosting.context)
  parts.set(create, made)
  return made
}

/** `session`: aborts when the link is no longer wanted. */
export const createPartHost = (
  { transport, reader, ingress, clock, capabilities, attachments, disposed, sink }: FlowContext,
  store: ChatStore,
  session: () => AbortSignal,
): PartHost => {
  const onFacts = new Set<(facts: readonly StampedFact[]) => void>()
  const onSynced = new Set<(continuity: 'whole' | 'gap') => void>()
  const online = (): boolean => reader.connection.state === 'online'
  const add = <T>(listeners: Set<T>, listener: T): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  disposed.addEventListener('abort', () => [onFacts, onSynced].forEach(listeners => listeners.clear()), { once: true })

  return {
    joined: facts =>
      store.together(() => {
        for (const listener of onFacts) listener(facts)
      }),
    synced: continuity => {
      for (const listener of onSynced) listener(continuity)
    },
    context: {
      transport,
      self: reader.self,
      capabilities,
      clock,
      disposed,
      online,
      check: body => validateBody(body, bodyLimits({ transport, capabilities, attachments })),
      report: error => sink.report(error),
      ask: run =>
        online() || disposed.aborted
          ? ask({ clock, disposed }, run, { session: session() })
          : Promise.resolve(failed(chatError('offline'))),
      seq: ingress.seq,
      tell: (facts, requested) => {
        ingress.answer(facts, requested)
        ingress.flush()
      },
      conversations: () => store.state.conversations(),
      conversation: id => store.slice(id),
      onFacts: listener => add(onFacts, listener),
      onSynced: listener => add(onSynced, listener),
      readable: (read, watched = () => {}) => {
        let looks = 0
        // While nobody watches, nobody needs to say when to look again: each look is one of its own.
        const version = {
          get version() {
            return ++looks
          },
          caught: (thrown: unknown) => sink.report(subscriberThrew(thrown)),
        }
        const readable = new StateReadable(version, read, watched)
        return { get: () => readable.get(), subscribe: listener => readable.subscribe(listener), refresh: () => readable.refresh() }
      },
      conversationReadable: (id, read, watched = () => {}) => store.conversationReadable(id, read, watched),
    },
  }
}

const subscriberThrew = (thrown: unknown): ChatError => chatError('internal', { message: 'A subscriber threw.', cause: thrown })
