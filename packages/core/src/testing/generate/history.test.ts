import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageRef } from '../../model/messageRef.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { namesIn } from '../fold/messageName.ts'
import { type History, history } from './history.ts'

const sample = fc.sample(history({ steps: 120 }), { numRuns: 2_000, seed: 20_260_101 })

/** Every reference to a message in a fact that is about one. */
const targetsOf = (fact: StampedFact): readonly MessageRef[] => {
  if (fact.type === 'edited' || fact.type === 'recalled' || fact.type === 'readCount' || fact.type === 'reaction') return [fact.target]
  if (fact.type === 'deleted') return 'exactly' in fact.target ? fact.target.exactly : []
  if (fact.type === 'receipt') return 'exactly' in fact.target ? fact.target.exactly : [fact.target.upTo]
  return []
}

/** For each reference by name: whether its message was here when it came. */
const relationsIn = ({ facts, policy }: History): readonly { readonly early: boolean }[] => {
  const here = new Set<string>()
  return facts.flatMap(fact => {
    if (fact.type === 'message' || fact.type === 'accepted') for (const name of namesIn(policy.ids, fact.message)) here.add(name)
    const conversation = 'conversation' in fact ? fact.conversation : undefined
    return targetsOf(fact)
      .map(target => namesIn(policy.ids, target, conversation))
      .filter(names => names.length > 0)
      .map(names => ({ early: !names.some(name => here.has(name)) }))
  })
}

const share = (part: number, whole: number): number => part / whole

describe('generated histories', () => {
  it('[CVG1] hold at least 5 % of each kind of fact', () => {
    const facts = sample.flatMap(one => one.facts)
    const counts = new Map<string, number>()
    for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1)
    const kinds: readonly StampedFact['type'][] = [
      'message',
      'accepted',
      'refused',
      'receipt',
      'readCount',
      'recalled',
      'edited',
      'deleted',
      'ephemeral',
      'conversation',
      'conversationRemoved',
      'membership',
      'blocklist',
      'reaction',
      'pinned',
      'page',
      'gap',
    ]
    expect(kinds.filter(kind => share(counts.get(kind) ?? 0, facts.length) < 0.05)).toEqual([])
    expect([...counts.keys()].sort()).toEqual([...kinds].sort())
  })

  it('[CVG1] tell at least 30 % of what is about a message before that message', () => {
    const relations = sample.flatMap(relationsIn)
    expect(share(relations.filter(({ early }) => early).length, relations.length)).toBeGreaterThanOrEqual(0.3)
  })

  it('[CVG1] bring many messages after ones that stand below them', () => {
    const late = sample.flatMap(({ facts }) => {
      const greatest = new Map<string, string>()
      return facts.flatMap(fact => {
        if (fact.type !== 'message' || fact.origin === 'history' || fact.message.position === undefined) return []
        const { conversation, position } = fact.message
        const before = greatest.get(conversation) ?? ''
        if (position > before) greatest.set(conversation, position)
        return [position < before]
      })
    })
    expect(share(late.filter(Boolean).length, late.length)).toBeGreaterThanOrEqual(0.2)
  })

  it('reach both kinds of id, both kinds of ack, and all three forms of receipt', () => {
    const seen = (matches: (one: History) => boolean): boolean => sample.some(matches)
    expect(seen(({ policy }) => policy.ids === 'global') && seen(({ policy }) => policy.ids === 'conversation')).toBe(true)
    expect(seen(({ policy }) => policy.order === 'late') && seen(({ policy }) => policy.order === 'atAck')).toBe(true)
    const targets = sample.flatMap(({ arrivals }) =>
      arrivals.flatMap(arrival => (arrival.type === 'fact' && arrival.fact.type === 'receipt' ? Object.keys(arrival.fact.target) : [])),
    )
    expect([...new Set(targets)].sort()).toEqual(['exactly', 'through', 'upTo', 'whole'])
  })
})
