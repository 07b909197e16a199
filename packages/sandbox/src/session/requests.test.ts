import { chatError } from '@parlance/core'
import type { OutgoingMessage } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createScene, settled } from './testing/scene.ts'

const message = (localId: string, text = 'hi'): OutgoingMessage => ({ conversation: 'group:1', localId, body: { type: 'text', text } })

const linked = async (options: Parameters<typeof createScene>[0] = {}) => {
  const scene = createScene(options)
  const stored = new Map<string, number>()
  scene.backend.handlers.send = ({ message: { localId } }) => {
    stored.set(localId, (stored.get(localId) ?? 0) + 1)
    return { id: localId, position: '1' }
  }
  const alice = scene.client()
  alice.connect()
  await scene.clock.advance(1_000)
  return { ...scene, alice, stored, send: (localId: string, text?: string) => settled(alice.transport.send(message(localId, text))) }
}

describe('requests', () => {
  it('without a link end with offline, and nothing happened', async () => {
    const scene = createScene()
    const alice = scene.client()
    expect(await settled(alice.transport.send(message('1')))).toBe('offline none')
    alice.connect()
    expect(await settled(alice.transport.send(message('2')))).toBe('offline none')
    await scene.clock.advance(1_000)
    alice.disconnect()
    expect(await settled(alice.transport.send(message('3')))).toBe('offline none')
  })

  it('cut before the server has it: unavailable, maybe; and it is never carried out later', async () => {
    const { clock, pipes, alice, stored, send } = await linked()
    const sent = send('1')
    await clock.advance(2)
    pipes.cut()
    await clock.advance(100)
    expect(await sent).toBe('unavailable maybe')
    alice.connect()
    await clock.advance(60_000)
    expect([...stored]).toEqual([])
  })

  it('cut between the deed and the answer: unavailable, maybe; the late answer disturbs nobody', async () => {
    const { clock, pipes, alice, stored, send } = await linked()
    const sent = send('1')
    await clock.advance(7)
    expect(stored.get('1')).toBe(1)
    pipes.cut()
    await clock.advance(100)
    expect(await sent).toBe('unavailable maybe')
    alice.connect()
    await clock.advance(1_000)
    const again = send('2')
    await clock.advance(1_000)
    expect(await again).toEqual({ id: '2', position: '1' })
    expect([[...stored], alice.types().includes('fault')]).toEqual([
      [
        ['1', 1],
        ['2', 1],
      ],
      false,
    ])
  })

  it('cut after the answer: it has come', async () => {
    const { clock, pipes, send } = await linked()
    const sent = send('1')
    await clock.advance(11)
    pipes.cut()
    await clock.advance(100)
    expect(await sent).toEqual({ id: '1', position: '1' })
  })

  it('that never left, because too many were before them: offline, none', async () => {
    const { clock, pipes, alice } = await linked()
    pipes.watch = from => from !== 'server'
    const all = Array.from({ length: 257 }, (_, n) => settled(alice.transport.send(message(`${n}`))))
    pipes.cut()
    await clock.advance(100)
    const ends = await Promise.all(all)
    expect([ends[0], ends[255], ends[256]]).toEqual(['unavailable maybe', 'unavailable maybe', 'offline none'])
  })

  it('without an answer in time: timeout, maybe', async () => {
    const { clock, pipes, alice } = await linked()
    pipes.watch = (_, frame) => !frame.includes('"answer"')
    const [usual, short] = [settled(alice.transport.send(message('1'))), settled(alice.transport.send(message('2'), { timeoutMs: 50 }))]
    await clock.advance(50)
    expect(await short).toBe('timeout maybe')
    await clock.advance(15_000)
    expect([await usual, alice.transport.unconfirmed]).toEqual(['timeout maybe', 0])
  })

  it('that are aborted end with cancelled: nothing happened if they were aborted before they left', async () => {
    const { clock, alice, stored } = await linked()
    const early = AbortSignal.abort()
    expect(await settled(alice.transport.send(message('1'), { signal: early }))).toBe('cancelled none')
    const late = new AbortController()
    const sent = settled(alice.transport.send(message('2'), { signal: late.signal }))
    late.abort()
    expect(await sent).toBe('cancelled maybe')
    await clock.advance(1_000)
    expect([[...stored.keys()], clock.pending]).toEqual([['2'], 2])
  })

  it('are refused with the backend’s own error', async () => {
    const { backend, clock, alice } = await linked()
    backend.handlers.recall = () => {
      throw chatError('recallTooLate', { limit: 120_000, message: 'Two minutes are over.' })
    }
    const refused = alice.transport.recall({ id: '1' }).catch((error: unknown) => error)
    await clock.advance(1_000)
    expect(JSON.parse(JSON.stringify(await refused))).toEqual({
      code: 'recallTooLate',
      limit: 120_000,
      message: 'Two minutes are over.',
      retryable: false,
      effect: 'none',
    })
  })

  it('[SEC4] that break the backend are refused with internal, without a word of why; the server hears it', async () => {
    const heard: unknown[] = []
    const { backend, clock, alice, send } = await linked({ report: thrown => heard.push(thrown) })
    const bug = new TypeError('the secret of alice')
    backend.handlers.recall = () => {
      throw bug
    }
    const refused = alice.transport.recall({ id: '1' }).catch((error: unknown) => error)
    await clock.advance(1_000)
    expect(JSON.stringify(await refused)).not.toContain('secret')
    expect(await refused).toMatchObject({ code: 'internal' })
    expect(heard).toEqual([bug])
    const sent = send('1')
    await clock.advance(1_000)
    expect(await sent).toMatchObject({ id: '1' })
  })

  it('that the backend doesn’t know are unsupported', async () => {
    const { clock, alice } = await linked()
    const asked = settled(alice.transport.readers({ id: '1' }, { count: 1 }))
    await clock.advance(1_000)
    expect(await asked).toBe('unsupported none')
  })

  it('[SEC1] [SEC2] with arguments that aren’t valid are refused with their path', async () => {
    const { clock, alice } = await linked()
    const url = 'javascript:alert(1)'
    const refused = alice.transport
      .send({ ...message('1'), body: { type: 'file', attachment: { name: 'a', mime: 'b', size: 1, url } } })
      .catch((error: unknown) => error)
    await clock.advance(1_000)
    expect(await refused).toMatchObject({ code: 'invalid', path: 'message.body.attachment.url' })
  })

  it('[SEC1] too large for a frame never leave', async () => {
    const { alice, stored, clock } = await linked({ maxFrameBytes: 2_000 })
    const refused = alice.transport.send(message('1', 'é'.repeat(1_000))).catch((error: unknown) => error)
    await clock.advance(1_000)
    expect(await refused).toMatchObject({ code: 'tooLarge', limit: 2_000, effect: 'none' })
    expect(stored.size).toBe(0)
  })

  it('of the moment are heard, and nobody hears of them when there is no link', async () => {
    const { backend, clock, alice } = await linked()
    const heard: unknown[] = []
    backend.handlers.ephemeral = args => {
      heard.push(args)
      return null
    }
    alice.transport.sendEphemeral('group:1', 'typing', true)
    await clock.advance(1_000)
    alice.disconnect()
    alice.transport.sendEphemeral('group:1', 'typing', false)
    await clock.advance(1_000)
    expect(heard).toEqual([{ conversation: 'group:1', name: 'typing', data: true }])
  })
})
