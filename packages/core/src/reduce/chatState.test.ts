import { describe, expect, it } from 'vitest'
import { group } from '../model/ids.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import { ChatState } from './chatState.ts'

const home = group('g')
const position = (index: number): string => String(index).padStart(3, '0')
const message = (index: number): StampedFact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: home, from: 'bob', id: `m${index}`, body: { type: 'text', text: 'words' }, position: position(index) },
  covers: { from: position(index - 1), to: position(index) },
  seq: index,
})
/** What no ingress lets through: reducing it throws half way. */
const culprit: StampedFact = {
  ...message(2),
  type: 'message',
  message: { ...message(2), body: undefined } as never,
  origin: 'live',
  seq: 9,
}

const emptyState = (): ChatState => new ChatState({ self: 'alice', idsAreGlobal: true, dayOf: () => 0 })
const idsIn = (state: ChatState): unknown[] => [...(state.conversation(home)?.messages ?? [])].map(({ ids }) => ids[0])

describe('a batch', () => {
  it('[CVG4] whose reducer throws is taken back, and its facts are applied one by one without the culprit', () => {
    const state = emptyState()
    const change = state.apply([message(1), culprit, message(3)])
    expect(idsIn(state)).toEqual(['m1', 'm3'])
    expect(change.errors.map(({ code }) => code)).toEqual(['internal'])
    expect(change.joined).toEqual([message(1), message(3)])
    expect(change.touched.get(home)?.keys.size).toBe(2)
  })

  it('[CVG4] that holds nothing but the culprit leaves no trace, in the indexes either', () => {
    const state = emptyState()
    state.apply([message(1)])
    const before = [state.conversation(home), state.names.size, [...state.early()].length]
    const change = state.apply([culprit])
    expect([state.conversation(home), state.names.size, [...state.early()].length]).toEqual(before)
    expect(change.joined).toEqual([])
  })
})
