import type { ConversationId, Json, TransportEvent } from '@parlance/core'
import type { Subscriber } from 'rxjs'
import type { Bend } from '../bend.ts'
import { bent, links, without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { remembering } from './broken.ts'

interface Moment {
  readonly conversation: ConversationId
  readonly from: string
  readonly name: string
  readonly data: Json
}

/** Has what is of the moment reach whoever listens, besides those it is for. */
const overheard =
  (listeners: Set<Subscriber<TransportEvent>>): Bend =>
  straight => ({
    ...links((subscriber, through) => {
      listeners.add(subscriber)
      const leave = through()
      return () => {
        listeners.delete(subscriber)
        leave()
      }
    })(straight),
    sendEphemeral(conversation, name, data) {
      straight.sendEphemeral?.(conversation, name, data)
      queueMicrotask(() => {
        for (const listener of listeners)
          listener.next({ type: 'ephemeral', origin: 'live', conversation, from: straight.self, name, data })
      })
    },
  })

/** Has it wait for the next link of whoever isn't linked: `told` when it was sent, or when it comes. */
const kept = (waiting: Moment[]): Bend =>
  links((subscriber, through) =>
    through({
      next(event) {
        if (event.type === 'synced')
          for (const moment of waiting.splice(0)) subscriber.next({ type: 'ephemeral', origin: 'catchup', ...moment })
        subscriber.next(event)
      },
    }),
  )

export const brokenMoments: readonly Broken[] = [
  {
    fault: 'tells me what I sent of the moment',
    bend: remembering(() => new Set<Subscriber<TransportEvent>>(), overheard),
    caught: ['something of the moment reaches'],
  },
  {
    fault: 'drops what is of the moment',
    bend: without(({ type }) => type === 'ephemeral'),
    caught: ['something of the moment reaches'],
  },
  {
    fault: 'tells everybody what is of the moment',
    bend: () => ({}),
    backend(straight) {
      const listeners = new Set<Subscriber<TransportEvent>>()
      return { open: async (user, device) => bent(await straight.open(user, device), overheard(listeners)) }
    },
    caught: ['can’t send anything of the moment to it'],
  },
  {
    fault: 'sends what is of the moment when there is a link again',
    bend: remembering(
      () => ({ waiting: [] as (() => void)[], linked: false }),
      memory => straight => ({
        ...links((subscriber, through) => {
          const leave = through({
            next(event) {
              subscriber.next(event)
              if (event.type !== 'synced') return
              memory.linked = true
              for (const send of memory.waiting.splice(0)) send()
            },
          })
          return () => {
            memory.linked = false
            leave()
          }
        })(straight),
        sendEphemeral(conversation, name, data) {
          const send = (): void => straight.sendEphemeral?.(conversation, name, data)
          if (memory.linked) send()
          else memory.waiting.push(send)
        },
      }),
    ),
    caught: ['without a link is dropped'],
  },
  {
    fault: 'keeps what is of the moment for who is away',
    bend: () => ({}),
    backend(straight) {
      const waiting: Moment[] = []
      return {
        async open(user, device) {
          const transport = bent(await straight.open(user, device), kept(waiting))
          return bent(transport, inner => ({
            sendEphemeral(conversation, name, data) {
              inner.sendEphemeral?.(conversation, name, data)
              waiting.push({ conversation, from: inner.self, name, data })
            },
          }))
        },
      }
    },
    caught: ['isn’t kept for who is away'],
  },
]
