import type { Body, Fact, HistoryPage, RemoteMessage, ResumeToken, Transport, TransportEvent } from '@parlance/core'
import { isChatError } from '@parlance/core'
import type { ContractBackend } from '@parlance/core/testing'
import type { Subscriber } from 'rxjs'
import { Observable } from 'rxjs'

/** What a transport does otherwise than it should. */
export type Bend = (straight: Transport) => Partial<Transport>

/** A transport that does some things otherwise. */
export const bent = (straight: Transport, bend: Bend): Transport => Object.setPrototypeOf(bend(straight), straight) as Transport

/** A backend whose transports are bent. Waits for little: what is broken never comes. */
export const withBent = (backend: ContractBackend, bend: Bend): ContractBackend => ({
  ...backend,
  patienceMs: 200,
  open: async (user, device) => bent(await backend.open(user, device), bend),
})

/** Subscribes to the straight link. */
type Through = (observe?: Partial<Subscriber<TransportEvent>>, resume?: ResumeToken) => () => void

/** Makes links otherwise. What `through` isn't told to observe goes to the subscriber as it is. */
export const links =
  (link: (subscriber: Subscriber<TransportEvent>, through: Through, resume: ResumeToken | undefined) => () => void): Bend =>
  straight => ({
    connect: ({ resume } = {}) =>
      new Observable(subscriber => {
        const through: Through = (observe = {}, token = resume) => {
          const straightLink = straight.connect(token === undefined ? {} : { resume: token })
          const subscription = straightLink.subscribe({
            next: event => subscriber.next(event),
            error: error => subscriber.error(error),
            complete: () => subscriber.complete(),
            ...observe,
          })
          return () => subscription.unsubscribe()
        }
        return link(subscriber, through, resume)
      }),
  })

/** Has other events come in the place of each. */
export const events =
  (change: (event: TransportEvent, straight: Transport) => readonly TransportEvent[]): Bend =>
  straight =>
    links((subscriber, through) =>
      through({
        next(event) {
          for (const one of change(event, straight)) subscriber.next(one)
        },
      }),
    )(straight)

/** Leaves events out. */
export const without = (drop: (event: TransportEvent, straight: Transport) => boolean): Bend =>
  events((event, straight) => (drop(event, straight) ? [] : [event]))

/** Changes pages of history. */
export const pages =
  (change: (page: HistoryPage, straight: Transport) => HistoryPage): Bend =>
  straight => ({ history: async (query, op) => change(await straight.history(query, op), straight) })

/** Changes facts, those that come live and those in pages. */
export const facts =
  (change: (fact: Fact, straight: Transport) => readonly Fact[]): Bend =>
  straight => ({
    ...events(event => (isFact(event) ? change(event, straight) : [event]))(straight),
    ...pages(page => ({ ...page, facts: page.facts.flatMap(fact => change(fact, straight)) }))(straight),
  })

const notFacts: ReadonlySet<string> = new Set(['link', 'synced', 'closed', 'capabilities', 'checkpoint', 'fault'])
const isFact = (event: TransportEvent): event is Fact => !notFacts.has(event.type)

/** Changes messages, those that come live and those in pages. */
export const messages = (change: (message: RemoteMessage, straight: Transport) => RemoteMessage): Bend =>
  facts((fact, straight) => [fact.type === 'message' ? { ...fact, message: change(fact.message, straight) } : fact])

export const bodies = (change: (body: Body) => Body): Bend => messages(message => ({ ...message, body: change(message.body) }))

const names = [
  'send',
  'recall',
  'edit',
  'delete',
  'markRead',
  'history',
  'conversations',
  'readers',
  'upload',
  'setConversation',
  'react',
  'pin',
  'search',
] as const
type Command = (typeof names)[number]

/** Has something else come of commands than what the straight ones come to. */
export const commands =
  (settle: (asked: Promise<unknown>) => Promise<unknown>, which: readonly Command[] = names): Bend =>
  straight =>
    Object.fromEntries(
      which.map(name => {
        const command = straight[name]?.bind(straight) as (...args: readonly unknown[]) => Promise<unknown>
        return [name, (...args: readonly unknown[]) => settle(command(...args))]
      }),
    )

/** Has commands reject with something else. */
export const rejecting = (change: (error: unknown) => unknown): Bend =>
  commands(asked =>
    asked.catch((thrown: unknown) => {
      throw change(thrown)
    }),
  )

/** Takes some refusals for success. */
export const swallowing = (codes: readonly string[], which?: readonly Command[]): Bend =>
  commands(
    asked =>
      asked.catch((thrown: unknown) => {
        if (isChatError(thrown) && codes.includes(thrown.code)) return {}
        throw thrown
      }),
    which,
  )

type Facet = 'contacts' | 'blocks' | 'presence' | 'groups'
type Ops<Name extends Facet> = NonNullable<Transport[Name]>

/** Has some commands of a group do something else. */
export const facet =
  <Name extends Facet>(name: Name, change: (ops: Ops<Name>) => Partial<Ops<Name>>): Bend =>
  straight => {
    const ops: Transport[Name] = straight[name]
    return ops === undefined ? {} : { [name]: { ...ops, ...change(ops) } }
  }
