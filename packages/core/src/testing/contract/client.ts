import type { ChatError } from '../../model/error.ts'
import { isChatError } from '../../model/error.ts'
import type { UserId } from '../../model/ids.ts'
import type { LinkEvent, ResumeToken, Transport, TransportEvent } from '../../protocol/transport.ts'
import { chatErrorOf, demand } from './demand.ts'
import { faultsOfEvent } from './faultsOfEvent.ts'
import type { Patience } from './patience.ts'

export type Synced = LinkEvent & { readonly type: 'synced' }
/** How a link ended: completed, or with an error. */
export type End = { readonly completed: true } | { readonly error: unknown }

/** A transport under observation. */
export interface Client {
  readonly user: UserId
  readonly device: string
  readonly transport: Transport
  /** Everything that came, over all links, in order. */
  readonly events: readonly TransportEvent[]
  /** The last checkpoint. */
  readonly token: ResumeToken | undefined
  /** What broke the rules that hold for every link, whatever a check is about. */
  readonly breaches: readonly string[]
  /** Called with each event while it is being handed over. */
  react: (event: TransportEvent) => void
  /** Subscribes, without waiting. */
  link(resume?: ResumeToken): void
  /** Subscribes and waits for `synced`. */
  connect(resume?: ResumeToken): Promise<Synced>
  /** Unsubscribes. */
  leave(): void
  /** Waits for the end of the link. */
  end(): Promise<End>
  /** The first event, of those that came after `since` others and those to come, that is wanted. */
  until<T>(pick: (event: TransportEvent) => T | undefined, what: string, since?: number): Promise<T>
  /** Has the transport do something, and waits for what comes of it. */
  ask<T>(run: (transport: Transport) => Promise<T>, what: string): Promise<T>
  /** The same for something that has to be refused. */
  refusal(run: (transport: Transport) => Promise<unknown> | undefined, what: string): Promise<ChatError>
  /** Waits for what comes of a command: the error, or nothing if it was carried out. */
  outcome(asked: Promise<unknown>, what: string): Promise<ChatError | undefined>
}

export const createClient = (transport: Transport, user: UserId, device: string, patience: Patience): Client => {
  const events: TransportEvent[] = []
  const breaches: string[] = []
  const watchers = new Set<() => void>()
  let token: ResumeToken | undefined
  let end: End | undefined
  let release = (): void => {}

  const name = `${user}'s ${device}`
  const breach = (sentence: string): void => void breaches.push(`${name}: ${sentence}`)
  const look = (): void => {
    for (const watcher of [...watchers]) watcher()
  }

  /** A promise that is kept as soon as there is something to keep it with. */
  const whenever = <T>(find: () => T | undefined): Promise<T> =>
    new Promise(resolve => {
      const watcher = (): void => {
        const found = find()
        if (found === undefined) return
        watchers.delete(watcher)
        resolve(found)
      }
      watchers.add(watcher)
      watcher()
    })

  const cameSince = (since: number): string => {
    const came = events.slice(since).map(({ type }) => type)
    const ending = end === undefined ? '' : 'error' in end ? `, then ${String(end.error)}` : ', then the end'
    return `${came.slice(-20).join(', ') || 'nothing'}${ending}`
  }

  const client: Client = {
    user,
    device,
    transport,
    events,
    breaches,
    react: () => {},
    get token() {
      return token
    },
    link(resume) {
      release()
      end = undefined
      const phase: { is: 'subscribing' | 'linked' | 'closed' | 'over' } = { is: 'subscribing' }
      let handing = false
      const heard = (what: string): boolean => {
        if (phase.is === 'subscribing') breach(`${what} came while subscribe was running.`)
        if (handing) breach(`${what} came while another event was being handed over.`)
        if (phase.is === 'over') breach(`${what} came after the link was over.`)
        return phase.is !== 'over'
      }
      const subscription = transport.connect(resume === undefined ? {} : { resume }).subscribe({
        next(event) {
          if (!heard(event.type)) return
          if (phase.is === 'closed') breach(`${event.type} came after closed.`)
          for (const fault of faultsOfEvent(event)) breach(fault)
          if (event.type === 'closed') phase.is = 'closed'
          if (event.type === 'checkpoint') token = event.token
          events.push(event)
          handing = true
          try {
            client.react(event)
          } finally {
            handing = false
          }
          look()
        },
        error(error: unknown) {
          if (!heard('an error')) return
          if (phase.is === 'closed') breach('The link did not complete after closed.')
          if (!isChatError(error)) breach(`The link ended with ${String(error)}, which is no ChatError.`)
          phase.is = 'over'
          end = { error }
          look()
        },
        complete() {
          if (!heard('completion')) return
          if (phase.is !== 'closed') breach('The link completed without closed.')
          phase.is = 'over'
          end = { completed: true }
          look()
        },
      })
      // What comes while `subscribe` runs is a breach of its own; an end that came then is no link.
      if (phase.is === 'subscribing') phase.is = 'linked'
      release = () => {
        phase.is = 'over'
        subscription.unsubscribe()
      }
    },
    async connect(resume) {
      const since = events.length
      client.link(resume)
      const synced = await patience.wait(
        whenever(() => {
          const found = events.slice(since).find((event): event is Synced => event.type === 'synced')
          return found ?? (end === undefined ? undefined : { end })
        }),
        () => `${name} to be synced; there came ${cameSince(since)}`,
      )
      if ('end' in synced) throw new Error(`The link of ${name} ended before it was synced; there came ${cameSince(since)}.`)
      return synced
    },
    leave() {
      release()
    },
    end: () =>
      patience.wait(
        whenever(() => end),
        () => `the link of ${name} to end`,
      ),
    until(pick, what, since = 0) {
      let next = since
      const find = (): ReturnType<typeof pick> => {
        while (next < events.length) {
          const event = events[next++]
          const picked = event === undefined ? undefined : pick(event)
          if (picked !== undefined) return picked
        }
        return undefined
      }
      return patience.wait(whenever(find), () => `${name} to get ${what}; there came ${cameSince(since)}`)
    },
    async ask(run, what) {
      try {
        return await patience.wait(run(transport), () => `an answer to ${what}`)
      } catch (thrown) {
        throw isChatError(thrown) ? new Error(`${what} was refused with ${thrown.code}: ${thrown.message}`, { cause: thrown }) : thrown
      }
    },
    async refusal(run, what) {
      const asked = run(transport)
      demand(asked !== undefined, `There is nothing to ask for ${what}.`)
      const refused = await client.outcome(asked, what)
      demand(refused !== undefined, `${what} was not refused.`)
      return refused
    },
    outcome: (asked, what) =>
      patience.wait(
        asked.then(
          () => undefined,
          (thrown: unknown) => chatErrorOf(thrown, what),
        ),
        () => `an answer to ${what}`,
      ),
  }
  return client
}
