import { chatError } from '@parlance/core'
import { facts, pages } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing } from './broken.ts'

export const brokenPins: readonly Broken[] = [
  {
    fault: 'tells no pins',
    bend: facts(fact => (fact.type === 'pinned' ? [] : [fact])),
    caught: [
      'a pin reaches everybody',
      'the ack of a pin',
      'both of two people may pin',
      'a pin names its message',
      'any member of a group may pin',
      'tells of a pin on a message that isn’t on it',
      'history tells of pins',
      'reactions and pins that were missed',
    ],
  },
  {
    fault: 'tells pins as the server’s',
    bend: facts(fact => [fact.type === 'pinned' ? { ...fact, by: 'server' } : fact]),
    caught: ['a pin reaches everybody', 'both of two people may pin', 'any member of a group may pin'],
  },
  {
    fault: 'tells pins on the messages of a page only',
    bend: pages(page => {
      const here = new Set(page.facts.flatMap(fact => (fact.type === 'message' ? [fact.message.id] : [])))
      return { ...page, facts: page.facts.filter(fact => fact.type !== 'pinned' || here.has(fact.id)) }
    }),
    caught: ['tells of a pin on a message that isn’t on it'],
  },
  {
    fault: 'never unpins',
    bend: straight => ({ pin: (target, pinned, op) => (pinned ? (straight.pin?.(target, pinned, op) ?? missing()) : Promise.resolve({})) }),
    caught: ['a pin reaches everybody', 'both of two people may pin', 'tells of a pin on a message that isn’t on it'],
  },
  {
    fault: 'lets nobody pin what somebody else said',
    bend: straight => ({
      pin(target, pinned, op) {
        if (target.from !== straight.self && target.id !== 'no such message') return Promise.reject(chatError('forbidden'))
        return straight.pin?.(target, pinned, op) ?? missing()
      },
    }),
    caught: ['any member of a group may pin', 'both of two people may pin'],
  },
]
