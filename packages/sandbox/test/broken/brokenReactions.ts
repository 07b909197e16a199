import type { Fact } from '@parlance/core'
import { events, facts, swallowing } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing, remembering } from './broken.ts'

const isReaction = (fact: { readonly type: string }): boolean => fact.type === 'reaction'

export const brokenReactions: readonly Broken[] = [
  {
    fault: 'tells no reactions',
    bend: facts(fact => (isReaction(fact) ? [] : [fact])),
    caught: [
      'a reaction reaches everybody',
      'the ack of a reaction',
      'reactions of others, other emoji',
      'a reaction names its message',
      'history tells of reactions',
      'reactions and pins that were missed',
    ],
  },
  {
    fault: 'tells reactions as the sender’s of the message',
    bend: facts(fact => [fact.type === 'reaction' ? { ...fact, user: fact.target.from ?? fact.user } : fact]),
    caught: ['a reaction reaches everybody', 'reactions of others, other emoji', 'history tells of reactions'],
  },
  {
    fault: 'takes every reaction for a new one',
    bend: facts(fact => [fact.type === 'reaction' ? { ...fact, active: true } : fact]),
    caught: ['a reaction reaches everybody', 'reactions of others, other emoji'],
  },
  {
    fault: 'has one reaction per user and message',
    bend: remembering(
      () => new Map<string, Fact & { readonly type: 'reaction' }>(),
      last =>
        facts(fact => {
          if (fact.type !== 'reaction') return [fact]
          const name = JSON.stringify([fact.user, fact.target.id])
          const before = last.get(name)
          last.set(name, fact)
          return before === undefined || before.emoji === fact.emoji
            ? [fact]
            : [{ ...before, active: false, version: '999999999999' }, fact]
        }),
    ),
    caught: ['reactions of others, other emoji'],
  },
  {
    fault: 'gives every reaction and pin the same version',
    bend: facts(fact => [fact.type === 'reaction' || fact.type === 'pinned' ? { ...fact, version: '1' } : fact]),
    caught: ['a reaction reaches everybody', 'the ack of a reaction', 'a pin reaches everybody', 'the ack of a pin'],
  },
  {
    fault: 'acks reactions and pins without their version',
    bend: straight => ({
      async react(target, reaction, op) {
        await (straight.react?.(target, reaction, op) ?? missing())
        return {}
      },
      async pin(target, pinned, op) {
        await (straight.pin?.(target, pinned, op) ?? missing())
        return {}
      },
    }),
    caught: ['the ack of a reaction', 'the ack of a pin'],
  },
  {
    fault: 'refuses the same reaction and the same pin again',
    bend: remembering(
      () => new Set<string>(),
      done => straight => {
        const once = <T>(what: unknown, run: () => Promise<T>): Promise<T> => {
          const name = JSON.stringify(what)
          if (done.has(name)) return Promise.reject(new Error('Done already.'))
          done.add(name)
          return run()
        }
        return {
          react: (target, reaction, op) => once([target, reaction], () => straight.react?.(target, reaction, op) ?? missing()),
          pin: (target, pinned, op) => once([target, pinned], () => straight.pin?.(target, pinned, op) ?? missing()),
        }
      },
    ),
    caught: ['reactions of others, other emoji', 'both of two people may pin'],
  },
  {
    fault: 'tells of reactions and pins only on what it has heard',
    bend: remembering(
      () => new Set<string | undefined>(),
      heard =>
        events(event => {
          if (event.type === 'message') heard.add(event.message.id)
          if (event.type === 'reaction' && !heard.has(event.target.id)) return []
          if (event.type === 'pinned' && !heard.has(event.id)) return []
          return [event]
        }),
    ),
    caught: ['a reaction names its message', 'a pin names its message'],
  },
  {
    fault: 'takes reactions and pins for done that were refused',
    bend: swallowing(['notFound', 'forbidden', 'notMember', 'unsupported'], ['react', 'pin']),
    caught: ['a reaction to what isn’t there', 'can’t react in it', 'a pin of what isn’t there', 'can’t pin in it'],
  },
]
