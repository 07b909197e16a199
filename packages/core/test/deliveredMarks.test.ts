import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct, group, type ConversationId } from '../src/model/ids.ts'
import type { Capabilities } from '../src/protocol/capabilities.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const team = group('42')
const manual: Partial<Capabilities> = { delivered: 'manual' }

const told = (conversation: ConversationId, from: string, position: number): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation, from, id: `m${position}`, position: `000${position}`, body: { type: 'text', text: 'x' } },
})
const marks = ({ script }: StartedChat): readonly unknown[] => script.asked('markDelivered').map(({ args: [id, target] }) => [id, target])

describe('[RCP7] delivered marks', () => {
  it('are gathered, one for what arrives together, per conversation', async () => {
    const started = await startChat({ capabilities: manual })
    const { script, clock } = started
    script.tell(told(bob, 'bob', 1), told(bob, 'bob', 2), told(team, 'carol', 1), told(bob, 'bob', 3))
    await clock.settle()
    expect(marks(started)).toEqual([])
    await clock.advance(500)
    expect(marks(started)).toMatchObject([
      [bob, { upTo: { id: 'm3', position: '0003' } }],
      [team, { upTo: { id: 'm1' } }],
    ])
  })

  it('are waited for by whoever waits for the chat to be idle', async () => {
    const { chat, script, clock } = await startChat({ capabilities: manual })
    script.always('markDelivered', () => Promise.resolve())
    script.tell(told(bob, 'bob', 1))
    await clock.settle()
    let idle = false
    void chat.idle().then(() => (idle = true))
    await clock.advance(400)
    expect(idle).toBe(false)
    await clock.advance(200)
    expect(idle).toBe(true)
  })

  it('name each message where a backend wants that', async () => {
    const none = { upTo: false, exactly: true, whole: true, maxRefs: 2 }
    const started = await startChat({ capabilities: { ...manual, read: { direct: none, group: none } } })
    const { script, clock } = started
    script.always('markDelivered', () => Promise.resolve())
    script.tell(told(bob, 'bob', 1), told(bob, 'bob', 2), told(bob, 'bob', 3))
    await clock.advance(500)
    expect(marks(started)).toMatchObject([
      [bob, { exactly: [{ id: 'm1' }, { id: 'm2' }] }],
      [bob, { exactly: [{ id: 'm3' }] }],
    ])
  })

  it('are not sent for my own messages, nor twice', async () => {
    const started = await startChat({ capabilities: manual })
    const { script, clock } = started
    script.always('markDelivered', () => Promise.resolve())
    script.tell(told(bob, 'alice', 1))
    await clock.advance(500)
    expect(marks(started)).toEqual([])
    script.tell(told(bob, 'bob', 2))
    await clock.advance(500)
    script.tell(told(bob, 'bob', 2))
    await clock.advance(500)
    expect(marks(started)).toHaveLength(1)
  })

  it.each<[string, Partial<Capabilities>]>([
    ['does it itself', { delivered: 'auto' }],
    ['has none', { delivered: 'none' }],
  ])('are not sent where the transport %s', async (_what, capabilities) => {
    const started = await startChat({ capabilities })
    started.script.tell(told(bob, 'bob', 1))
    await started.clock.advance(1_000)
    expect(marks(started)).toEqual([])
  })

  it('are not sent where receipts are off', async () => {
    const started = await startChat({ capabilities: manual }, { receipts: { delivered: false } })
    started.script.tell(told(bob, 'bob', 1))
    await started.clock.advance(1_000)
    expect(marks(started)).toEqual([])
  })

  it('are tried again, and wait for a link', async () => {
    const started = await startChat({ capabilities: manual })
    const { script, clock, goOffline, goOnline } = started
    script.tell(told(bob, 'bob', 1))
    await clock.settle()
    await goOffline()
    await clock.advance(60_000)
    expect(marks(started)).toEqual([])
    await goOnline()
    expect(marks(started)).toHaveLength(1)
    script.next('markDelivered').refuse(chatError('unavailable'))
    await clock.advance(1_000)
    expect(marks(started)).toHaveLength(2)
  })
})
