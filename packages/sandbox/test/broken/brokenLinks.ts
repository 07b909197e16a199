import type { TransportEvent } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Observer, Subscriber } from 'rxjs'
import { Observable, Subscription } from 'rxjs'
import { bodies, events, links, without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { remembering } from './broken.ts'

const isMessage = (event: TransportEvent): boolean => event.type === 'message'

export const brokenLinks: readonly Broken[] = [
  {
    fault: 'tells every event twice',
    bend: events(event => [event, event]),
    caught: ['synced comes once', 'arrive live, once each', 'the same localId'],
  },
  {
    fault: 'loses every third message',
    bend: remembering(
      () => ({ seen: 0 }),
      memory => without(event => isMessage(event) && ++memory.seen % 3 === 0),
    ),
    caught: [
      'arrive live, once each',
      'a receiver’s link cut at any point',
      'what was lost in a short silence',
      'a token from before a later link',
    ],
  },
  {
    fault: 'hands messages on in the wrong order',
    bend: remembering(
      () => ({ held: [] as TransportEvent[] }),
      memory =>
        events(event => {
          if (!isMessage(event)) return [event]
          memory.held.push(event)
          return memory.held.length < 2 ? [] : memory.held.splice(0).reverse()
        }),
    ),
    caught: ['without waiting for acks, keep their order', 'all see one order', 'what was lost in a short silence'],
  },
  {
    fault: 'emits while subscribe runs',
    bend: links((subscriber, through) => {
      subscriber.next({ type: 'link', state: 'connecting' })
      return through()
    }),
    caught: ['subscribe returns before anything is emitted', 'connect is cold'],
  },
  {
    fault: 'emits after unsubscribe',
    bend: straight => ({
      connect: options =>
        new Proxy(straight.connect(options), {
          get(stream, key) {
            if (key !== 'subscribe') return Reflect.get(stream, key) as unknown
            return ({ next }: Observer<TransportEvent>) => {
              stream.subscribe({ next, error: () => {} })
              return new Subscription()
            }
          },
        }),
    }),
    caught: ['after unsubscribe a link is silent', 'unsubscribes while an event is handed over'],
  },
  {
    fault: 'hands one event on within another',
    bend: remembering(
      () => new Set<Subscriber<TransportEvent>>(),
      subscribers => straight => ({
        ...links((subscriber, through) => {
          subscribers.add(subscriber)
          const leave = through()
          return () => {
            subscribers.delete(subscriber)
            leave()
          }
        })(straight),
        send(message, op) {
          for (const subscriber of subscribers) subscriber.next({ type: 'link', state: 'connecting' })
          return straight.send(message, op)
        },
      }),
    ),
    caught: ['events are handed over one at a time'],
  },
  {
    fault: 'opens its link before anybody subscribes',
    bend: straight => ({
      connect(options) {
        const subscription = straight.connect(options).subscribe({ error: () => {} })
        return new Observable(() => () => subscription.unsubscribe())
      },
    }),
    caught: ['connect is cold', 'subscribe returns before anything is emitted'],
  },
  {
    fault: 'never says synced',
    bend: without(({ type }) => type === 'synced'),
    caught: ['synced comes once', 'synced tells the server’s time'],
  },
  {
    fault: 'says synced before it is',
    bend: links((subscriber, through) => {
      const timer = setTimeout(() => subscriber.next({ type: 'synced', continuity: 'whole' }), 0)
      const leave = through({
        next(event) {
          if (event.type !== 'synced') subscriber.next(event)
        },
      })
      return () => {
        clearTimeout(timer)
        leave()
      }
    }),
    caught: ['synced tells the server’s time', 'another user’s token'],
  },
  {
    fault: 'never says gap',
    bend: events(event => [event.type === 'synced' ? { ...event, continuity: 'whole' } : event]),
    caught: ['another user’s token', 'a token that isn’t the backend’s'],
  },
  {
    fault: 'always says gap',
    bend: events(event => [event.type === 'synced' ? { ...event, continuity: 'gap' } : event]),
    caught: ['from a token on', 'that were missed come along'],
  },
  {
    fault: 'lets a second subscription end the first',
    bend: remembering(
      () => ({ leave: (): void => {} }),
      memory =>
        links((_, through) => {
          memory.leave()
          memory.leave = through()
          return memory.leave
        }),
    ),
    caught: ['a second subscription beside a live one'],
  },
  {
    fault: 'links once only',
    bend: remembering(
      () => ({ links: 0 }),
      memory => links((_, through) => (++memory.links > 1 ? () => {} : through())),
    ),
    caught: [
      'connects again after unsubscribe',
      'unsubscribing at once, before synced',
      'a link that is cut says so',
      'sent the instant after',
    ],
  },
  {
    fault: 'completes when its link is lost',
    bend: links((subscriber, through) => through({ error: () => subscriber.complete() })),
    caught: ['a link that is cut says so', 'a link on which nothing is heard'],
  },
  {
    fault: 'takes every loss for final',
    bend: links((subscriber, through) => through({ error: () => subscriber.error(chatError('authRejected')) })),
    caught: ['a link that is cut says so', 'a link cut at any point of a send'],
  },
  {
    fault: 'tells nobody that its link is lost',
    bend: links((_, through) => through({ error: () => {} })),
    caught: ['a link that is cut says so', 'commands given while a link is cut', 'a link on which nothing is heard'],
  },
  {
    fault: 'tries again with a wrong credential',
    bend: () => ({}),
    backend: ({ credentials, open }) => ({
      ...(credentials && {
        credentials: {
          ...credentials,
          wrong: async user =>
            Object.setPrototypeOf(
              { connect: () => new Observable(subscriber => void setTimeout(() => subscriber.error(chatError('authRejected')), 0)) },
              await open(user, 'x'),
            ) as Awaited<ReturnType<typeof open>>,
        },
      }),
    }),
    caught: ['a wrong credential ends with closed'],
  },
  {
    fault: 'asks for a credential over and over',
    bend: () => ({}),
    backend: ({ credentials }) => ({ ...(credentials && { credentials: { ...credentials, asked: user => 2 * credentials.asked(user) } }) }),
    caught: ['is asked for anew once', 'asks for a fresh one'],
  },
  {
    fault: 'ends its link over what it can’t read',
    bend: links((subscriber, through) =>
      through({
        next(event) {
          if (event.type === 'fault') subscriber.error(event.error)
          else subscriber.next(event)
        },
      }),
    ),
    caught: ['is reported as a fault'],
  },
  {
    fault: 'keeps to itself what it can’t read',
    bend: without(event => event.type === 'fault' || (event.type === 'message' && event.message.body.type === 'unknown')),
    caught: ['is reported as a fault', 'of a type that nobody knows'],
  },
  {
    fault: 'hands on a body that nobody can read',
    bend: bodies(body => (body.type === 'unknown' ? ({ type: 'hologram' } as never) : body)),
    caught: ['of a type that nobody knows', 'an unknown body comes out as it went in'],
  },
]
