import { chatError } from '@parlance/core'
import { events, facts, swallowing, without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing, remembering } from './broken.ts'

export const brokenMarks: readonly Broken[] = [
  {
    fault: 'forgets my own marks',
    bend: without((event, straight) => event.type === 'receipt' && event.user === straight.self),
    caught: ['in a group reaches my other devices', 'my own mark reaches my other device'],
  },
  {
    fault: 'tells no receipts',
    bend: facts(fact => (fact.type === 'receipt' ? [] : [fact])),
    caught: [
      'in a direct conversation reaches the sender',
      'history tells of receipts',
      'markDelivered reaches the sender',
      'by its id alone, or by its sender’s localId',
      'a mark at a message that isn’t there',
    ],
  },
  {
    fault: 'has every receipt reach everything',
    bend: facts(fact => [fact.type === 'receipt' ? { ...fact, target: { whole: true } } : fact]),
    caught: ['a mark of the form upTo in a direct', 'a mark of the form exactly in a direct'],
  },
  {
    fault: 'tells a peer’s mark as mine',
    bend: facts((fact, straight) => [fact, ...(fact.type === 'receipt' ? [{ ...fact, user: straight.self }] : [])]),
    caught: ['a peer’s mark isn’t taken for mine'],
  },
  {
    fault: 'takes delivered for read',
    bend: facts(fact => [fact.type === 'receipt' ? { ...fact, kind: 'read' } : fact]),
    caught: ['markDelivered reaches the sender'],
  },
  {
    fault: 'tells a receipt with every message',
    bend: events(event =>
      event.type === 'message' && event.origin === 'echo'
        ? [
            event,
            {
              type: 'receipt',
              origin: 'live',
              conversation: event.message.conversation,
              user: 'somebody',
              kind: 'read',
              target: { whole: true },
            },
          ]
        : [event],
    ),
    caught: ['and nothing does without it'],
  },
  {
    fault: 'names receipts’ conversations wrongly',
    bend: facts(fact => [fact.type === 'receipt' ? { ...fact, conversation: 'group:x' } : fact]),
    caught: ['my own mark reaches my other device'],
  },
  {
    fault: 'loses marks',
    bend: () => ({ markRead: () => Promise.resolve(), markDelivered: () => Promise.resolve() }),
    caught: [
      'in a direct conversation reaches the sender',
      'history tells of receipts',
      'history tells of counts',
      'a mark clears markedUnread',
      'the readers of a group message',
      'can’t mark in it',
    ],
  },
  {
    fault: 'takes one mark only',
    bend: remembering(
      () => ({ marks: 0 }),
      memory => straight => ({
        async markRead(conversation, target, op) {
          if (++memory.marks > 1) throw chatError('conflict')
          await straight.markRead(conversation, target, op)
        },
      }),
    ),
    caught: ['an older mark is taken', 'the same mark again is taken'],
  },
  {
    fault: 'takes marks only by position',
    bend: straight => ({
      async markRead(conversation, target, op) {
        if ('upTo' in target && target.upTo.position === undefined) throw chatError('invalid')
        await straight.markRead(conversation, target, op)
      },
    }),
    caught: ['by its id alone, or by its sender’s localId', 'an id names one message everywhere'],
  },
  { fault: 'takes marks above the bound', bend: swallowing(['invalid'], ['markRead']), caught: ['more references than maxRefs'] },
  {
    fault: 'has an older mark move back',
    bend: remembering(
      () => ({ marks: 0 }),
      memory => straight => ({
        async markRead(conversation, target, op) {
          memory.marks++
          await straight.markRead(conversation, target, op)
        },
        async conversations(query, op) {
          const page = (await straight.conversations?.(query, op)) ?? { entries: [] }
          return memory.marks < 2 ? page : { ...page, entries: page.entries.map(entry => ({ ...entry, unread: { count: 2 } })) }
        },
      }),
    ),
    caught: ['an older mark is taken and moves nothing back'],
  },
  {
    fault: 'tells no counts',
    bend: without(({ type }) => type === 'readCount'),
    caught: ['the read count of a group message', 'any member’s message may ask', 'counts that grew while'],
  },
  {
    fault: 'lets counts fall',
    bend: events(event => (event.type === 'readCount' && event.read > 0 ? [event, { ...event, read: event.read - 1 }] : [event])),
    caught: ['the read count of a group message'],
  },
  {
    fault: 'counts the sender too',
    bend: events(event => [event.type === 'readCount' ? { ...event, read: event.read + 1 } : event]),
    caught: ['the read count of a group message', 'count for none of my messages', 'nor forge a receipt'],
  },
  {
    fault: 'counts what nobody asked to have counted',
    bend: events(event =>
      event.type === 'message' && event.origin === 'echo'
        ? [event, { type: 'readCount', origin: 'live', target: event.message, read: 0 }]
        : [event],
    ),
    caught: ['a message that didn’t ask for a count'],
  },
  {
    fault: 'names the same readers on every page',
    bend: straight => ({ readers: (target, { count }, op) => straight.readers?.(target, { count }, op) ?? missing() }),
    caught: ['the readers of a group message'],
  },
  {
    fault: 'can’t name readers, and says that it can',
    bend: () => ({ readers: undefined as never }),
    caught: ['every command that a capability promises', 'the readers of a group message'],
  },
]
