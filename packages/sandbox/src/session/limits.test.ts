import { describe, expect, it } from 'vitest'
import { createScene, fact, numbered } from './testing/scene.ts'

const rawClient = async (scene: ReturnType<typeof createScene>) => {
  const frames: string[] = []
  const state = { closed: false }
  const pipe = scene.pipes.open({
    opened() {},
    frame: text => frames.push(text),
    closed() {
      state.closed = true
    },
  })
  await scene.clock.advance(10)
  const hello = { t: 'hello', v: 1, user: 'alice', token: 'alice', device: 'raw' }
  return { frames, state, pipe, hello: (change: object = {}) => pipe.send(JSON.stringify({ ...hello, ...change })) }
}

describe('what a server bears', () => {
  it('[SEC1] a client that takes nothing: its session is dropped, and comes back by its token or with a gap', async () => {
    const scene = createScene({ maxQueueLength: 20_000 })
    const alice = scene.client()
    alice.connect()
    await scene.clock.advance(1_000)
    scene.backend.tell('alice', fact(1))
    await scene.clock.advance(1_000)
    scene.pipes.watch = from => from === 'server'
    let most = 0
    for (let n = 2; n <= 2_000; n++) {
      scene.backend.tell('alice', fact(n))
      if (n % 50 === 0) await scene.clock.advance(1)
      most = Math.max(most, scene.server.unconfirmed)
    }
    expect(most).toBeLessThan(50)
    await scene.clock.advance(2_000)
    expect([scene.server.sessions, scene.backend.attached]).toEqual([0, 0])
    expect(alice.errors.map(({ code }) => code)).toEqual(['unavailable'])
    scene.pipes.watch = () => true
    alice.connect()
    await scene.clock.advance(5_000)
    expect(alice.messages()).toEqual(numbered(2_000))
  })

  it('[SEC1] facts that are too much just as the pipe goes: the session is dropped, and leaves nothing behind', async () => {
    const { clock, backend, server } = createScene({ maxQueueLength: 100 })
    const listener = server.accept({ send() {}, close() {}, buffered: 0 })
    listener.frame(JSON.stringify({ t: 'hello', v: 1, user: 'alice', token: 'alice', device: 'd' }))
    await clock.settle()
    for (const n of [1, 2]) {
      backend.tell('alice', fact(n))
      if (n === 1) await clock.settle()
    }
    listener.closed()
    expect([server.sessions, backend.attached]).toEqual([0, 0])
    await clock.settle()
    expect(clock.pending).toBe(0)
  })

  it('[SEC1] while a socket is clogged, nothing is sent again on top of it', async () => {
    const scene = createScene()
    const alice = scene.client()
    alice.connect()
    await scene.clock.advance(1_000)
    scene.pipes.watch = from => from === 'server'
    scene.pipes.serverBuffered = 1e6
    let copies = 0
    scene.pipes.watch = (from, frame) => {
      if (frame.includes('"facts"')) copies++
      return from === 'server'
    }
    scene.backend.tell('alice', fact(1))
    await scene.clock.advance(20_000)
    expect(copies).toBe(1)
  })

  it('[SEC1] a frame that is too large is answered with tooLarge; the session stands', async () => {
    const scene = createScene({ maxFrameBytes: 1_000 })
    const alice = scene.client()
    alice.connect()
    await scene.clock.advance(1_000)
    scene.pipes.toServer('x'.repeat(1_001))
    scene.backend.tell('alice', fact(1))
    await scene.clock.advance(1_000)
    expect(alice.events).toContainEqual(
      expect.objectContaining({ type: 'fault', error: expect.objectContaining({ code: 'tooLarge', limit: 1_000 }) }),
    )
    expect([alice.messages(), alice.errors]).toEqual([['m1'], []])
  })

  it('[SEC1] frames that can’t be read are answered with protocol, until there are too many of them', async () => {
    const scene = createScene()
    const { frames, state, hello, pipe } = await rawClient(scene)
    hello()
    await scene.clock.advance(100)
    for (let n = 0; n < 30; n++) pipe.send('garbage')
    await scene.clock.advance(100)
    expect(frames.filter(frame => frame.includes('"fault"') && frame.includes('"protocol"'))).toHaveLength(30)
    expect(scene.server.sessions).toBe(1)
    pipe.send('{"t":"nonsense"}')
    await scene.clock.advance(2_000)
    expect(frames.some(frame => frame.includes('"bye"') && frame.includes('"protocol"'))).toBe(true)
    expect(state.closed).toBe(true)
  })

  it('[SEC1] a few a minute are borne for ever', async () => {
    const scene = createScene()
    const alice = scene.client()
    alice.connect()
    for (let n = 0; n < 100; n++) {
      await scene.clock.advance(5_000)
      scene.pipes.toServer('garbage')
    }
    await scene.clock.advance(100)
    expect([alice.errors, alice.types().filter(type => type === 'fault').length]).toEqual([[], 100])
  })

  it('[SEC1] a numbered frame whose payload can’t be read is reported, and what follows is carried out', async () => {
    const scene = createScene()
    scene.backend.handlers.join = () => null
    const { frames, hello, pipe } = await rawClient(scene)
    hello()
    await scene.clock.advance(100)
    pipe.send(JSON.stringify({ t: 'data', n: 1, ack: 0, data: { t: 'request', id: 'one' } }))
    pipe.send(JSON.stringify({ t: 'data', n: 2, ack: 0, data: { t: 'request', id: 2, name: 'join', args: { conversation: 'room:1' } } }))
    await scene.clock.advance(100)
    expect(frames.some(frame => frame.includes('"fault"'))).toBe(true)
    expect(frames.some(frame => frame.includes('{"t":"answer","id":2,"value":null}'))).toBe(true)
  })

  it('[SEC1] a client of another version is told so', async () => {
    const scene = createScene()
    const { frames, state, hello } = await rawClient(scene)
    hello({ v: 2 })
    await scene.clock.advance(5_000)
    expect(frames[0]).toContain('"unsupported"')
    expect([state.closed, scene.server.sessions]).toEqual([true, 0])
  })

  it('[SEC1] a token that is none is refused as the backend says', async () => {
    const scene = createScene()
    const { frames, hello } = await rawClient(scene)
    scene.backend.attach = () => {
      throw new Error('secret')
    }
    hello()
    await scene.clock.advance(100)
    expect(frames[0]).toContain('"internal"')
    expect(frames[0]).not.toContain('secret')
  })

  it('who never says hello is let go', async () => {
    const scene = createScene()
    const { state } = await rawClient(scene)
    await scene.clock.advance(10_000)
    expect(state.closed).toBe(true)
    await scene.clock.advance(1_000)
    expect(scene.clock.pending).toBe(0)
  })

  it('a client that has vanished is let go after three heartbeats, its session after the grace time', async () => {
    const scene = createScene({ heartbeatMs: 1_000, graceMs: 5_000 })
    const { hello } = await rawClient(scene)
    hello()
    await scene.clock.advance(2_900)
    expect(scene.server.unconfirmed).toBe(1)
    await scene.clock.advance(1_000)
    expect([scene.server.unconfirmed, scene.server.sessions]).toEqual([0, 1])
    await scene.clock.advance(5_000)
    expect([scene.server.sessions, scene.backend.attached, scene.clock.pending]).toEqual([0, 0, 0])
  })

  it('a server that has vanished is noticed by the client', async () => {
    const scene = createScene({ heartbeatMs: 1_000 })
    const alice = scene.client()
    alice.connect()
    await scene.clock.advance(10_000)
    expect(alice.errors).toEqual([])
    scene.pipes.watch = from => from === 'client'
    await scene.clock.advance(4_000)
    expect(alice.errors.map(({ code }) => code)).toEqual(['unavailable'])
  })

  it('a server that never answers is given up after ten seconds', async () => {
    const scene = createScene()
    const alice = scene.client()
    scene.pipes.watch = from => from === 'client'
    alice.connect()
    await scene.clock.advance(11_000)
    expect(alice.errors.map(({ code }) => code)).toEqual(['unavailable'])
  })
})
