import { describe, expect, it } from 'vitest'
import { everything } from '../bench/capabilities.ts'
import { direct, group, type ConversationId } from '../src/model/ids.ts'
import type { Receipts } from '../src/model/receipts.ts'
import type { Capabilities } from '../src/protocol/capabilities.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { receiptsView } from '../src/select/receiptsView.ts'
import { ChatStore } from '../src/store/chatStore.ts'
import { SELF, story } from './story.ts'

const mine = { from: SELF }

const receiptsOf = (
  conversation: ConversationId,
  capabilities: Partial<Capabilities>,
  more: readonly StampedFact[] = [],
): Receipts | undefined => {
  const told = story(conversation)
  const listener = { joined: () => undefined, happened: () => undefined, trimmed: () => undefined, failed: () => undefined }
  const all = { ...everything, ...capabilities }
  const store = new ChatStore({ self: SELF, capabilities: all, dayOf: () => 0, listener })
  store.apply([told.message(1, mine), ...more])
  const found = store.state.find({ conversation, id: `m1 of ${conversation}` })
  return found && receiptsView(found.slice, found.record, all)
}

describe('[RCP5] how many got a message', () => {
  const team = group('team')

  it('is 0 between two where the backend tells of delivery, and undefined where it does not', () => {
    expect(receiptsOf(direct('bob'), { delivered: 'auto' })?.delivered).toBe(0)
    expect(receiptsOf(direct('bob'), { delivered: 'none' })?.delivered).toBeUndefined()
  })

  it('is undefined in a group whose counts tell of reading alone', () => {
    expect(receiptsOf(team, { delivered: 'auto', readCount: 'perMessageOptIn' })?.delivered).toBeUndefined()
    const count = story(team, { seq: 10 }).readCount(1, 0)
    expect(receiptsOf(team, { delivered: 'auto' }, [count])?.delivered).toBeUndefined()
  })

  it('is 0 in a group where receipts go by name, or where the count says so', () => {
    expect(receiptsOf(team, { delivered: 'manual', readCount: 'derived' })?.delivered).toBe(0)
    const count: StampedFact = { type: 'readCount', origin: 'live', seq: 9, target: { id: `m1 of ${team}` }, read: 0, delivered: 0 }
    expect(receiptsOf(team, { delivered: 'manual' }, [count])?.delivered).toBe(0)
  })

  it('is at least how many are known to have read it', () => {
    const count = story(team, { seq: 10 }).readCount(1, 2)
    expect(receiptsOf(team, { delivered: 'none' }, [count])?.delivered).toBe(2)
  })
})
