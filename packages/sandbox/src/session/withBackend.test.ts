import type { Message } from '@parlance/core'
import { direct, group, isChatError } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import type { SessionTransport } from '@parlance/websocket'
import { createSessionTransport } from '@parlance/websocket'
import type { TransportEvent } from '@parlance/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBackend } from '../backend/createBackend.ts'
import type { SandboxPolicy } from '../backend/policy.ts'
import { serveSession } from './serveSession.ts'
import { lossyPipes } from './testing/lossyPipes.ts'
import { seeded } from './testing/scene.ts'

const talk = group('1')

/** The sandbox's backend, and clients that connect again whenever they are cut, as the core does. */
const sandbox = (seed = 1, policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const random = seeded(seed)
  const backend = createBackend({ users: ['alice', 'bob'], groups: [{ id: '1', members: ['alice', 'bob'] }], clock, policy })
  const server = serveSession({ backend, clock })
  const pipes = lossyPipes(clock, random, pipe => server.accept(pipe))
  const client = (user: string, device: string) => {
    const transport = createSessionTransport({
      name: 't',
      self: user,
      device,
      clock,
      open: pipes.open,
      credentials: () => backend.token(user),
    })
    const events: TransportEvent[] = []
    let token: { resume?: TransportEvent & { type: 'checkpoint' } } = {}
    const connect = (): void => {
      transport.connect(token.resume === undefined ? {} : { resume: token.resume.token }).subscribe({
        next(event) {
          events.push(event)
          if (event.type === 'checkpoint') token = { resume: event }
        },
        error(error) {
          if (!isChatError(error)) throw error
          clock.setTimeout(connect, 100)
        },
      })
    }
    connect()
    const told = () =>
      events.flatMap(event => (event.type === 'message' && event.message.conversation === talk ? [event.message.localId] : []))
    return { transport, events, told, synced: () => events.flatMap(event => (event.type === 'synced' ? [event.continuity] : [])) }
  }
  return { clock, random, backend, server, pipes, client }
}

/** Sends until it is known to be stored, under one name. */
const sendSurely = async (transport: SessionTransport, clock: ReturnType<typeof testClock>, localId: string): Promise<void> => {
  for (;;) {
    try {
      await transport.send({ conversation: talk, localId, body: { type: 'text', text: localId } }, { timeoutMs: 3_000 })
      return
    } catch (error) {
      if (!isChatError(error) || !error.retryable) throw error
      await new Promise<void>(resolve => clock.setTimeout(resolve, 200))
    }
  }
}

describe('sessions of the sandbox’s backend', () => {
  it('[LNK1] two devices are told the same in the same order, through storms and cuts, and every send is stored once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async seed => {
        const { clock, random, backend, pipes, client } = sandbox(seed)
        pipes.weather = { loss: 0.2, duplication: 0.2, latency: [0, 120] }
        const [phone, laptop, bob] = [client('alice', 'phone'), client('alice', 'laptop'), client('bob', 'b')]
        await clock.advance(20_000)
        const sends = Promise.all(
          Array.from({ length: 20 }, (_, n) => sendSurely([phone, laptop, bob][n % 3]?.transport ?? bob.transport, clock, `l${n}`)),
        )
        for (let n = 0; n < 20; n++) {
          if (random() < 0.3) (random() < 0.5 ? pipes.cut : pipes.vanish)()
          await clock.advance(random() * 1_000)
        }
        await clock.advance(120_000)
        await sends
        const order = backend.inspect(talk).map(({ localId }) => localId)
        expect(new Set(order).size).toBe(20)
        expect([order.length, phone.told(), laptop.told(), bob.told()]).toEqual([20, order, order, order])
      }),
      { numRuns: 10 },
    )
  })

  it('[LNK1] a client that is back before the server has noticed the cut takes its session over', async () => {
    const { clock, backend, server, pipes, client } = sandbox()
    const alice = client('alice', 'phone')
    await clock.advance(1_000)
    backend.post('bob', talk, 'one', { localId: 'one' })
    await clock.advance(1_000)
    pipes.vanish()
    backend.post('bob', talk, 'two', { localId: 'two' })
    await clock.advance(1_000)
    backend.post('bob', talk, 'three', { localId: 'three' })
    await clock.advance(1_000)
    expect([alice.told(), alice.synced(), server.sessions]).toEqual([['one', 'two', 'three'], ['gap', 'whole'], 1])
    await clock.advance(120_000)
    expect([alice.synced(), backend.devices('alice')]).toEqual([['gap', 'whole'], ['phone']])
  })

  it('an idle session that is cut comes back whole', async () => {
    const { clock, pipes, client } = sandbox()
    const alice = client('alice', 'phone')
    await clock.advance(60_000)
    pipes.cut()
    await clock.advance(90_000)
    expect(alice.synced()).toEqual(['gap', 'whole'])
  })

  it('while a client is away its device is not attached, and what was of the moment is not told later', async () => {
    const { clock, backend, pipes, client } = sandbox()
    const [alice, bob] = [client('alice', 'phone'), client('bob', 'b')]
    await clock.advance(1_000)
    pipes.cut()
    await clock.advance(50)
    expect(backend.devices('alice')).toEqual([])
    backend.act('bob', 'ephemeral', { conversation: talk, name: 'typing', data: true })
    backend.post('bob', talk, 'there', { localId: 'there' })
    await clock.advance(2_000)
    expect([alice.told(), alice.events.some(({ type }) => type === 'ephemeral'), bob.synced()]).toEqual([
      ['there'],
      false,
      ['gap', 'whole'],
    ])
  })

  it('[CON3] a credential that expires in mid-session is renewed, and nobody notices', async () => {
    const { clock, backend, client } = sandbox()
    const alice = client('alice', 'phone')
    await clock.advance(1_000)
    backend.expireToken('alice')
    backend.post('bob', talk, 'one', { localId: 'one' })
    const sent = alice.transport.send({ conversation: direct('bob'), localId: 'l', body: { type: 'text', text: 'hi' } })
    await clock.advance(2_000)
    expect(await sent).toMatchObject({ id: expect.any(String) })
    expect([
      alice.told(),
      alice.synced(),
      alice.events.map(({ type }) => type).filter(type => type === 'fault' || type === 'closed'),
    ]).toEqual([['one'], ['gap'], []])
  })

  it('where only one device may be linked, the older one is told so', async () => {
    const { clock, client } = sandbox(1, { devices: 1 })
    const phone = client('alice', 'phone')
    await clock.advance(1_000)
    const laptop = client('alice', 'laptop')
    await clock.advance(5_000)
    expect(phone.events.at(-1)).toMatchObject({ type: 'closed', error: { code: 'replacedElsewhere' } })
    expect(laptop.synced()).toEqual(['gap'])
  })

  it('[RES1] a backend that keeps too little says gap', async () => {
    const { clock, backend, pipes, client } = sandbox(1, { queue: 5 })
    const alice = client('alice', 'phone')
    await clock.advance(1_000)
    pipes.cut()
    await clock.advance(10)
    for (let n = 0; n < 20; n++) backend.post('bob', talk, `${n}`)
    await clock.advance(2_000)
    expect(alice.synced()).toEqual(['gap', 'gap'])
  })

  it('[ID4] [SEC1] a message with names of every object arrives as it is', async () => {
    const { clock, client } = sandbox()
    const [alice, bob] = [client('alice', 'phone'), client('bob', 'b')]
    await clock.advance(1_000)
    const ext = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}') as NonNullable<Message['ext']>
    void alice.transport.send({ conversation: talk, localId: '__proto__', body: { type: 'custom', event: 'constructor', data: ext }, ext })
    await clock.advance(1_000)
    const message = bob.events.flatMap(event => (event.type === 'message' ? [event.message] : [])).at(-1)
    expect(message?.localId).toBe('__proto__')
    expect(JSON.stringify(message?.ext)).toBe('{"__proto__":{"polluted":1},"constructor":2}')
    expect(JSON.stringify(message?.body)).toBe(
      '{"type":"custom","event":"constructor","data":{"__proto__":{"polluted":1},"constructor":2}}',
    )
  })
})
