import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScene, fact, numbered, seeded } from './testing/scene.ts'

const seed = fc.nat()
const stormy = { loss: 0.2, duplication: 0.2, latency: [0, 120] as const }

describe('a session over a bad pipe', () => {
  it('[LNK1] with loss, doubles and reordering every fact comes once, in order, and every request is carried out once', async () => {
    await fc.assert(
      fc.asyncProperty(seed, async seed => {
        const { clock, backend, server, pipes, client } = createScene({ seed })
        pipes.weather = stormy
        const carriedOut: string[] = []
        backend.handlers.join = ({ conversation }) => {
          carriedOut.push(conversation)
          return null
        }
        const alice = client()
        alice.connect()
        await clock.advance(20_000)
        expect(alice.types()).toEqual(['synced'])
        const joins = Promise.all(Array.from({ length: 20 }, (_, n) => alice.transport.join(`room:${n}`)))
        for (let n = 1; n <= 200; n++) {
          backend.tell('alice', fact(n))
          if (n % 5 === 0) await clock.advance(10)
        }
        await clock.advance(60_000)
        await joins
        expect(carriedOut).toEqual(Array.from({ length: 20 }, (_, n) => `room:${n}`))
        expect(alice.messages()).toEqual(numbered(200))
        expect([alice.errors, server.unconfirmed, alice.transport.unconfirmed]).toEqual([[], 0, 0])
      }),
      { numRuns: 15 },
    )
  })

  it('[LNK1] so it is when the link is cut again and again, and the session goes on', async () => {
    await fc.assert(
      fc.asyncProperty(seed, async seed => {
        const random = seeded(seed + 1)
        const { clock, backend, pipes, client } = createScene({ seed })
        pipes.weather = stormy
        const alice = client()
        alice.connect()
        await clock.advance(20_000)
        backend.tell('alice', fact(1))
        await clock.advance(20_000)
        const sessions = new Set<string>()
        pipes.watch = (from, frame) => {
          const session = from === 'server' ? /"session":"(\w+)","resumed":true/.exec(frame)?.[1] : undefined
          if (session !== undefined) sessions.add(session)
          return true
        }
        for (let n = 2; n <= 100; n++) {
          backend.tell('alice', fact(n))
          await clock.advance(random() * 100)
          if (random() < 0.1) {
            pipes.cut()
            await clock.advance(random() * 100)
            while (alice.errors.splice(0).length > 0) alice.connect()
          }
        }
        for (let waited = 0; waited < 60; waited++) {
          await clock.advance(2_000)
          while (alice.errors.splice(0).length > 0) alice.connect()
        }
        expect(alice.messages()).toEqual(numbered(100))
        expect(alice.events.filter(event => event.type === 'synced' && event.continuity === 'gap')).toHaveLength(1)
        expect(sessions.size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 15 },
    )
  })

  it('[LNK1] a lost last fact comes with the heartbeat', async () => {
    const { clock, backend, pipes, client } = createScene({ resendMs: 60_000, heartbeatMs: 2_000 })
    const alice = client()
    alice.connect()
    await clock.advance(1_000)
    pipes.watch = (_, frame) => !frame.includes('"facts"')
    backend.tell('alice', fact(1))
    await clock.advance(100)
    pipes.watch = () => true
    expect(alice.messages()).toEqual([])
    await clock.advance(2_000)
    expect(alice.messages()).toEqual(['m1'])
  })

  it('facts that happen at once come in one frame', async () => {
    const { clock, backend, pipes, client } = createScene()
    const alice = client()
    alice.connect()
    await clock.advance(1_000)
    let frames = 0
    pipes.watch = (_, frame) => {
      if (frame.includes('"facts"')) frames++
      return true
    }
    for (let n = 1; n <= 50; n++) backend.tell('alice', fact(n))
    await clock.advance(1_000)
    expect([alice.messages(), frames]).toEqual([numbered(50), 1])
  })

  it('a request’s own facts come before its answer', async () => {
    const { clock, backend, client } = createScene()
    const alice = client()
    alice.connect()
    await clock.advance(1_000)
    backend.handlers.send = ({ message }) => {
      backend.tell('alice', fact(1))
      return { id: message.localId }
    }
    let seen: readonly unknown[] = []
    const sent = alice.transport.send({ conversation: 'group:1', localId: 'l', body: { type: 'text', text: 'x' } }).then(ack => {
      seen = alice.messages()
      return ack
    })
    await clock.advance(1_000)
    expect([await sent, seen]).toEqual([{ id: 'l' }, ['m1']])
  })

  it('says what the server can do, once, and that the core opens the link again', async () => {
    const { clock, backend, client, pipes } = createScene()
    const other = { ...backend.capabilities, maxMessageBytes: 5, reconnects: 'transport' as const }
    Object.assign(backend, { capabilities: other })
    const alice = client()
    alice.connect()
    await clock.advance(1_000)
    expect(alice.events).toMatchObject([
      { type: 'capabilities', capabilities: { maxMessageBytes: 5, reconnects: 'core' } },
      { type: 'synced' },
    ])
    expect(alice.transport.capabilities.maxMessageBytes).toBe(5)
    pipes.cut()
    await clock.advance(100)
    alice.connect()
    await clock.advance(1_000)
    expect(alice.types().filter(type => type === 'capabilities')).toHaveLength(1)
  })
})
