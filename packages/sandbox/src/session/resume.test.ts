import { describe, expect, it } from 'vitest'
import type { Client, Scene } from './testing/scene.ts'
import { createScene, fact, numbered } from './testing/scene.ts'

const continuities = (client: Client): readonly string[] =>
  client.events.flatMap(event => (event.type === 'synced' ? [event.continuity] : []))

/** Alice is linked and has the first three facts. */
const started = async (scene: Scene): Promise<Client> => {
  const alice = scene.client()
  alice.connect()
  await scene.clock.advance(1_000)
  for (const n of [1, 2, 3]) scene.backend.tell('alice', fact(n))
  await scene.clock.advance(1_000)
  return alice
}

const cut = async ({ clock, pipes }: Scene): Promise<void> => {
  pipes.cut()
  await clock.advance(100)
}

describe('after a cut', () => {
  it('[LNK1] the same session goes on: what happened meanwhile comes before synced, whole', async () => {
    const scene = createScene()
    const alice = await started(scene)
    await cut(scene)
    expect(alice.errors.map(({ code }) => code)).toEqual(['unavailable'])
    for (const n of [4, 5]) scene.backend.tell('alice', fact(n))
    const before = alice.events.length
    alice.connect()
    await scene.clock.advance(1_000)
    expect(alice.types().slice(before)).toEqual(['message', 'message', 'checkpoint', 'synced', 'checkpoint'])
    expect([alice.messages(), continuities(alice), scene.server.sessions]).toEqual([numbered(5), ['gap', 'whole'], 1])
  })

  it('[RES1] a session that is forgotten is made up for by the token', async () => {
    const scene = createScene({ graceMs: 5_000 })
    const alice = await started(scene)
    await cut(scene)
    await scene.clock.advance(5_000)
    expect([scene.server.sessions, scene.backend.attached]).toEqual([0, 0])
    scene.backend.tell('alice', fact(4))
    alice.connect()
    await scene.clock.advance(1_000)
    expect([alice.messages(), continuities(alice)]).toEqual([numbered(4), ['gap', 'whole']])
  })

  it('[RES1] so is one of a server that was started anew', async () => {
    const scene = createScene()
    const alice = await started(scene)
    scene.server.close()
    await scene.clock.advance(100)
    expect(alice.errors.map(({ code }) => code)).toEqual(['unavailable'])
    scene.backend.tell('alice', fact(4))
    alice.connect()
    await scene.clock.advance(1_000)
    expect([alice.messages(), continuities(alice)]).toEqual([numbered(4), ['gap', 'whole']])
  })

  it('[LNK1] where the backend has forgotten too, a gap is said', async () => {
    const scene = createScene({ graceMs: 5_000 })
    const alice = await started(scene)
    await cut(scene)
    await scene.clock.advance(5_000)
    scene.backend.tell('alice', fact(4))
    scene.backend.forget()
    alice.connect()
    await scene.clock.advance(1_000)
    expect([alice.messages(), continuities(alice)]).toEqual([numbered(3), ['gap', 'gap']])
  })

  it('[RES1] an older state gets what came after its own token, though the session could go on', async () => {
    const scene = createScene()
    const alice = await started(scene)
    const token = alice.token
    scene.backend.tell('alice', fact(4))
    await scene.clock.advance(1_000)
    await cut(scene)
    if (token === undefined) throw new Error('There was no checkpoint.')
    const before = alice.events.length
    alice.connect({ resume: token })
    await scene.clock.advance(1_000)
    expect(alice.types().slice(before)).toEqual(['message', 'checkpoint', 'synced', 'checkpoint'])
    expect(alice.messages()).toEqual(['m1', 'm2', 'm3', 'm4', 'm4'])
  })

  it('[RES1] a state without a token begins anew', async () => {
    const scene = createScene()
    const alice = await started(scene)
    await cut(scene)
    scene.backend.tell('alice', fact(4))
    alice.connect({})
    await scene.clock.advance(1_000)
    expect([alice.messages(), continuities(alice), scene.server.sessions]).toEqual([numbered(3), ['gap', 'gap'], 1])
  })

  it('[RES1] no checkpoint comes between the facts of a session with a gap and its synced', async () => {
    const scene = createScene()
    const { attach } = scene.backend
    scene.backend.attach = options => ({ ...attach(options), missed: [{ number: 1, fact: fact(1) }] })
    const alice = scene.client()
    alice.connect()
    await scene.clock.advance(1_000)
    expect(alice.types()).toEqual(['message', 'synced', 'checkpoint'])
  })

  it('[LNK1] the link is cut while facts are on their way: none is lost, none comes twice', async () => {
    const scene = createScene()
    const alice = await started(scene)
    for (const n of [4, 5, 6]) {
      scene.backend.tell('alice', fact(n))
      await scene.clock.advance(2)
    }
    scene.pipes.cut()
    await scene.clock.advance(100)
    alice.connect()
    await scene.clock.advance(1_000)
    expect([alice.messages(), continuities(alice)]).toEqual([numbered(6), ['gap', 'whole']])
  })

  it('[RCV9] what was on its way when the link was cut is caught up on, not live; what was of the moment is over', async () => {
    const scene = createScene()
    const alice = await started(scene)
    scene.pipes.watch = from => from === 'client'
    scene.backend.tell('alice', fact(4))
    scene.backend.tell('alice', { type: 'ephemeral', origin: 'live', conversation: 'group:1', from: 'bob', name: 'typing', data: true })
    await scene.clock.advance(100)
    await cut(scene)
    scene.pipes.watch = () => true
    const before = alice.events.length
    alice.connect()
    await scene.clock.advance(1_000)
    expect(alice.types().slice(before)).toEqual(['message', 'checkpoint', 'synced', 'checkpoint'])
    expect(alice.events[before]).toMatchObject({ origin: 'catchup', message: { id: 'm4' } })
  })

  it('[LNK1] synced comes once for each link, though one of a link before was on its way', async () => {
    const scene = createScene()
    const alice = await started(scene)
    await cut(scene)
    // The second link is lost before its synced arrives.
    scene.pipes.watch = (_, frame) => !frame.includes('"synced"')
    alice.connect()
    await scene.clock.advance(500)
    await cut(scene)
    scene.pipes.watch = () => true
    scene.backend.tell('alice', fact(4))
    alice.connect()
    await scene.clock.advance(1_000)
    expect([continuities(alice), alice.messages(), scene.server.sessions]).toEqual([['gap', 'whole'], numbered(4), 1])
  })

  it('[LNK1] a gap that was told too late is told by the next synced, and no checkpoint comes before', async () => {
    const scene = createScene()
    const alice = await started(scene)
    await cut(scene)
    scene.backend.tell('alice', fact(4))
    scene.backend.forget()
    // Its session goes on; the backend has a gap, and the link is lost before that is told.
    scene.pipes.watch = (_, frame) => !frame.includes('"synced"')
    alice.connect()
    await scene.clock.advance(500)
    scene.backend.tell('alice', fact(5))
    await scene.clock.advance(500)
    await cut(scene)
    scene.pipes.watch = () => true
    const before = alice.events.length
    alice.connect()
    await scene.clock.advance(1_000)
    expect(alice.types().slice(before)).toEqual(['message', 'synced', 'checkpoint'])
    expect([continuities(alice), alice.messages()]).toEqual([
      ['gap', 'gap'],
      ['m1', 'm2', 'm3', 'm5'],
    ])
  })

  it('where the backend can’t resume, no checkpoint is given, and every link begins with a gap', async () => {
    const scene = createScene()
    Object.assign(scene.backend, { capabilities: { ...scene.backend.capabilities, resume: false } })
    const alice = await started(scene)
    await cut(scene)
    alice.connect()
    await scene.clock.advance(1_000)
    expect([alice.types().includes('checkpoint'), continuities(alice)]).toEqual([false, ['gap', 'gap']])
  })

  it('sessions that wait are bounded: the one that waited longest goes', async () => {
    const scene = createScene({ maxWaiting: 2 })
    for (const user of ['a', 'b', 'c', 'd']) {
      const client = scene.client(user)
      client.connect()
      await scene.clock.advance(1_000)
      client.disconnect()
      await scene.clock.advance(1_000)
    }
    expect([scene.server.sessions, scene.backend.attached]).toEqual([2, 0])
  })

  it('another client of the same device takes its place; the same client coming back does not', async () => {
    const scene = createScene()
    const one = scene.client('alice', { device: 'phone' })
    one.connect()
    await scene.clock.advance(1_000)
    const two = scene.client('alice', { device: 'phone' })
    two.connect()
    await scene.clock.advance(1_000)
    expect(one.events.at(-1)).toMatchObject({ type: 'closed', error: { code: 'replacedElsewhere' } })
    expect([one.completed, scene.server.sessions]).toEqual([true, 1])
    await cut(scene)
    two.connect()
    await scene.clock.advance(5_000)
    expect([two.completed, two.types().at(-1), scene.server.sessions]).toEqual([false, 'synced', 1])
  })

  it('what the client has is not sent again, though its confirmation was lost', async () => {
    const scene = createScene()
    const alice = await started(scene)
    scene.pipes.watch = (from, frame) => from === 'server' || !frame.includes('"beat"')
    scene.backend.tell('alice', fact(4))
    await scene.clock.advance(500)
    expect(alice.messages()).toEqual(numbered(4))
    await cut(scene)
    let sent = 0
    scene.pipes.watch = (_, frame) => {
      if (frame.includes('"facts"')) sent++
      return true
    }
    alice.connect()
    await scene.clock.advance(1_000)
    expect([sent, continuities(alice)]).toEqual([0, ['gap', 'whole']])
  })

  it('back before the server has noticed the cut, a client takes its session over, and only one seat at the backend', async () => {
    const scene = createScene()
    const alice = await started(scene)
    scene.pipes.vanish()
    scene.backend.tell('alice', fact(4))
    await scene.clock.advance(100)
    alice.connect()
    await scene.clock.advance(1_000)
    scene.backend.tell('alice', fact(5))
    await scene.clock.advance(60_000)
    expect([alice.messages(), continuities(alice)]).toEqual([numbered(5), ['gap', 'whole']])
    expect([scene.server.sessions, scene.backend.attached]).toEqual([1, 1])
  })

  it('[SEC3] a session is nobody else’s, whoever knows its name', async () => {
    const scene = createScene()
    const alice = await started(scene)
    const names: string[] = []
    scene.pipes.watch = (_, frame) => {
      const name = /"session":"(\w+)"/.exec(frame)?.[1]
      if (name !== undefined) names.push(name)
      return true
    }
    await cut(scene)
    alice.connect()
    await scene.clock.advance(1_000)
    const [name = ''] = names
    for (const user of ['mallory', 'alice']) {
      const frames: string[] = []
      scene.pipes
        .open({ opened() {}, closed() {}, frame: text => frames.push(text) })
        .send(JSON.stringify({ t: 'hello', v: 1, user, token: user, device: 'another', session: name, received: 3 }))
      await scene.clock.advance(1_000)
      expect(frames[0]).toContain('"resumed":false')
      expect(frames.join()).not.toContain('m1')
    }
    expect(scene.server.sessions).toBe(3)
  })
})
