import { bodies, commands, facts, links, messages, swallowing, without } from '../bend.ts'
import type { Broken } from './broken.ts'

const PLAIN = /[^\x20-\x7e]/g

export const brokenSends: readonly Broken[] = [
  {
    fault: 'gives positions that fall',
    bend: messages(({ position, ...message }) => ({ ...message, position: String(1e12 - Number(position)) })),
    caught: ['positions are strictly increasing', 'all see one order', 'carries the position that every copy has'],
  },
  {
    fault: 'gives every message the same position',
    bend: messages(message => ({ ...message, position: '1' })),
    caught: ['positions are strictly increasing', 'all see one order'],
  },
  {
    fault: 'gives positions of its own',
    bend: messages((message, straight) => ({ ...message, position: `${message.position ?? ''}-${straight.self}` })),
    caught: ['positions are strictly increasing', 'carries the position that every copy has'],
  },
  {
    fault: 'gives every message the same id',
    bend: messages(message => ({ ...message, id: 'm' })),
    caught: ['ids of one conversation’s messages', 'carries the message’s id', 'gets a copy too'],
  },
  {
    fault: 'acks without id and position',
    bend: commands(
      async asked => {
        await asked
        return {}
      },
      ['send'],
    ),
    caught: ['carries the position that every copy has', 'carries the message’s id', 'an ack with a position comes after'],
  },
  {
    fault: 'acks before it tells the facts below',
    bend: links((subscriber, through) => {
      const timers = new Set<ReturnType<typeof setTimeout>>()
      const later = (run: () => void): void => {
        const timer = setTimeout(() => {
          timers.delete(timer)
          run()
        }, 0)
        timers.add(timer)
      }
      const leave = through({
        next: event => later(() => subscriber.next(event)),
        error: error => later(() => subscriber.error(error)),
        complete: () => later(() => subscriber.complete()),
      })
      return () => {
        for (const timer of timers) clearTimeout(timer)
        leave()
      }
    }),
    caught: ['an ack with a position comes after the facts below'],
  },
  {
    fault: 'acks at once, whatever comes of it',
    bend: straight => ({
      send(message, op) {
        straight.send(message, op).catch(() => {})
        return Promise.resolve({ id: 'soon', position: '1' })
      },
    }),
    caught: ['a link cut at any point of a send', 'above maxMessageBytes is refused', 'can’t send to it'],
  },
  {
    fault: 'sends again by itself, under another name',
    bend: straight => ({
      send: (message, op) => straight.send(message, op).catch(() => straight.send({ ...message, localId: straight.newLocalId() }, op)),
    }),
    caught: ['a link cut at any point of a send', 'isn’t answered in time'],
  },
  {
    fault: 'sends twice, under two names',
    bend: straight => ({
      async send(message, op) {
        const ack = await straight.send(message, op)
        await straight.send({ ...message, localId: straight.newLocalId() }, op)
        return ack
      },
    }),
    caught: ['arrive live, once each', 'a link cut at any point of a send', 'the same localId', 'has time enough changes nothing'],
  },
  {
    fault: 'sends under a name of its own',
    bend: straight => ({ send: (message, op) => straight.send({ ...message, localId: straight.newLocalId() }, op) }),
    caught: ['the same localId', 'carry the sender’s localId', 'a recall may name the message by its localId'],
  },
  {
    fault: 'sends in any order',
    bend: straight => ({
      async send(message, op) {
        if (message.localId.charCodeAt(message.localId.length - 1) % 2 === 0) await new Promise(resolve => setTimeout(resolve, 2))
        return straight.send(message, op)
      },
    }),
    caught: ['without waiting for acks, keep their order'],
  },
  {
    fault: 'gives the same localId again',
    bend: () => ({ newLocalId: () => 'the one' }),
    caught: ['newLocalId is synchronous'],
  },
  {
    fault: 'gives a localId only later',
    bend: straight => ({ newLocalId: () => Promise.resolve(straight.newLocalId()) as never }),
    caught: ['newLocalId is synchronous'],
  },
  {
    fault: 'knows ASCII only',
    bend: bodies(body => (body.type === 'text' ? { ...body, text: body.text.replace(PLAIN, '?') } : body)),
    caught: ['emoji only', 'line breaks, quotes'],
  },
  {
    fault: 'knows nothing of a text but its words',
    bend: bodies(body => (body.type === 'text' ? { type: 'text', text: body.text.slice(0, 1_000) } : body)),
    caught: ['a text with mentions', 'a text that mentions everyone', 'just below maxMessageBytes'],
  },
  {
    fault: 'shows every text in capitals',
    bend: bodies(body => (body.type === 'text' ? { ...body, text: body.text.toUpperCase() } : body)),
    caught: ['a text comes out as it went in'],
  },
  {
    fault: 'loses keys that are names of Object',
    bend: bodies(body => (body.type === 'custom' ? { ...body, data: { ...body.data, ['__proto__']: undefined } } : body)),
    caught: ['a custom body'],
  },
  {
    fault: 'forgets what an unknown body was',
    bend: bodies(body => (body.type === 'unknown' ? { type: 'unknown' } : body)),
    caught: ['an unknown body comes out'],
  },
  {
    fault: 'forgets ext and what is answered',
    bend: messages(({ ext: _, replyTo: __, forwardedFrom: ___, ...message }) => message),
    caught: ['ext, and what a message answers', 'whose words they were'],
  },
  {
    fault: 'hands on no commands',
    bend: facts(fact => (fact.type === 'message' && fact.message.body.type === 'command' ? [] : [fact])),
    caught: ['a command reaches who is there'],
  },
  {
    fault: 'tells everybody what is meant for some',
    bend: straight => ({
      send({ to: _, ...message }, op) {
        return straight.send(message, op)
      },
    }),
    caught: ['a message to some members'],
  },
  {
    fault: 'tells the time by a clock that goes backward',
    bend: messages(message => ({ ...message, sentAt: 1_000_000 - Number(message.position) })),
    caught: ['sentAt, where it is told'],
  },
  {
    fault: 'forgets what my other devices say',
    bend: without((event, straight) => event.type === 'message' && event.origin === 'live' && event.message.from === straight.self),
    caught: ['my own device hears', 'a conversation with oneself', 'carry the sender’s localId'],
  },
  {
    fault: 'tells the sender’s device nothing of what it sent',
    bend: without(event => event.type === 'message' && event.origin === 'echo'),
    caught: ['gets a copy too'],
  },
  {
    fault: 'takes what is too large',
    bend: swallowing(['tooLarge'], ['send', 'edit', 'upload']),
    caught: ['a message above maxMessageBytes', 'an edit above maxMessageBytes', 'a file above maxBytes'],
  },
]
