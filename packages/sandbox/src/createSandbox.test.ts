import { createChat, direct, group, isChatError } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { encodeFrame } from '@parlance/websocket/wire'
import { expect, it } from 'vitest'
import type { SandboxOptions } from './createSandbox.ts'
import { createSandbox } from './createSandbox.ts'
import { testClient } from './testing/testClient.ts'

const setUp = async (options: Partial<SandboxOptions> = {}) => {
  const clock = testClock()
  const sandbox = createSandbox({
    users: ['alice', 'bob', 'carol'],
    groups: [{ id: 'g', members: ['alice', 'bob', 'carol'] }],
    clock,
    ...options,
  })
  const alice = testClient(sandbox, clock, 'alice')
  const bob = testClient(sandbox, clock, 'bob')
  await clock.advance(100)
  /** Resolves once all is quiet, which takes as long as it takes. */
  const quiet = async (): Promise<void> => {
    const done = { yet: false }
    const calm = sandbox.quiet().then(() => (done.yet = true))
    for (let second = 0; second < 300 && !done.yet; second++) await clock.advance(1_000)
    if (!done.yet) throw new Error('It never gets quiet.')
    await calm
  }
  return { clock, sandbox, alice, bob, quiet }
}
const outcome = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (isChatError(error) ? `${error.code} ${error.effect}` : error),
  )
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `${n}`)

it('[LNK1] links clients to the backend: synced, then facts as they happen', async () => {
  const { alice, bob, quiet } = await setUp()
  expect(alice.continuities()).toEqual(['gap'])
  await alice.say(direct('bob'), 'hello')
  await quiet()
  expect(bob.texts()).toEqual(['hello'])
  expect(alice.texts()).toEqual(['hello'])
  expect(bob.facts('message')).toMatchObject([{ message: { conversation: direct('alice'), from: 'alice', body: { text: 'hello' } } }])
})

it('knows from the start what the backend can do, and hears of it when that changes', async () => {
  const { alice, sandbox, clock, quiet } = await setUp({ policy: { recall: { mode: 'none' } } })
  expect(alice.transport.capabilities.recall.mode).toBe('none')
  expect(sandbox.transport('carol').capabilities).toEqual(sandbox.backend.capabilities)
  expect(alice.events.some(({ type }) => type === 'capabilities')).toBe(false)
  sandbox.backend.setPolicy({ recall: { mode: 'server' } })
  await clock.advance(1_000)
  await quiet()
  expect(alice.transport.capabilities.recall.mode).toBe('server')
  expect(alice.events.filter(({ type }) => type === 'capabilities')).toHaveLength(1)
})

it('[LNK1] over a link that loses, doubles and reorders, every fact comes once and in order', async () => {
  const { alice, bob, sandbox, quiet } = await setUp({ seed: 3 })
  sandbox.faults.set('all', { latencyMs: 40, jitterMs: 40, loss: 0.2, duplicate: 0.2, reorder: 0.2 })
  const sent: Promise<unknown>[] = []
  for (const text of numbered(60)) {
    sent.push(alice.say(group('g'), `a${text}`), bob.say(group('g'), `b${text}`))
    sandbox.backend.post('carol', group('g'), `c${text}`)
  }
  await quiet()
  await Promise.all(sent)
  const stored = sandbox.backend.inspect(group('g')).map(({ body }) => (body?.type === 'text' ? body.text : ''))
  expect(stored).toHaveLength(180)
  expect(new Set(stored).size).toBe(180)
  expect(alice.texts()).toEqual(stored)
  expect(bob.texts()).toEqual(stored)
  for (const who of ['a', 'b', 'c']) expect(stored.filter(text => text.startsWith(who))).toEqual(numbered(60).map(text => who + text))
  expect([...alice.errors, ...bob.errors]).toEqual([])
})

it('[RES1] goes on after a cut where it stopped: nothing is missing, nothing comes twice', async () => {
  const { alice, bob, sandbox, clock, quiet } = await setUp()
  await alice.say(direct('bob'), 'before')
  sandbox.faults.cut('bob')
  await clock.advance(1_000)
  expect(bob.errors[0]).toMatchObject({ code: 'unavailable' })
  await alice.say(direct('bob'), 'meanwhile')
  await clock.advance(1_000)
  expect(bob.texts()).toEqual(['before'])
  sandbox.faults.restore('bob')
  await alice.say(direct('bob'), 'after')
  await quiet()
  expect(bob.texts()).toEqual(['before', 'meanwhile', 'after'])
  expect(bob.continuities()).toEqual(['gap', 'whole'])
})

it('a send that a cut left in doubt may go again, and is one message', async () => {
  const { alice, bob, sandbox, clock, quiet } = await setUp()
  sandbox.faults.set('alice', { latencyMs: 100 })
  const first = outcome(alice.say(direct('bob'), 'hello', 'l1'))
  await clock.advance(150)
  sandbox.faults.cut('alice')
  await clock.advance(10)
  expect(await first).toBe('unavailable maybe')
  expect(await outcome(alice.say(direct('bob'), 'hello', 'l1'))).toBe('offline none')
  sandbox.faults.restore('alice')
  await quiet()
  const second = alice.say(direct('bob'), 'hello', 'l1')
  await clock.advance(1_000)
  expect(await second).toBe('m1')
  await quiet()
  expect(sandbox.backend.stored('alice', 'l1')).toBe(1)
  expect([alice.texts(), bob.texts()]).toEqual([['hello'], ['hello']])
})

it('[SND5] where answers are lost, what was asked for is done once all the same', async () => {
  const { alice, bob, sandbox, quiet } = await setUp()
  sandbox.faults.set('alice', { lostAcks: 0.7 })
  const sent = numbered(20).map(text => alice.say(direct('bob'), text))
  await quiet()
  expect(new Set(await Promise.all(sent)).size).toBe(20)
  expect(bob.texts()).toEqual(numbered(20))
})

it('can lose everything that the server says, and only that', async () => {
  const { alice, bob, sandbox, clock } = await setUp()
  sandbox.faults.set('alice', { lostAcks: 1 })
  const state = { acked: false }
  const sent = alice.say(direct('bob'), 'hello').then(() => (state.acked = true))
  await clock.advance(3_000)
  expect([state.acked, bob.texts(), alice.texts()]).toEqual([false, ['hello'], []])
  sandbox.faults.clear()
  await clock.advance(3_000)
  await sent
  expect(alice.texts()).toEqual(['hello'])
})

it('a restart of the server ends links and sessions, and keeps data', async () => {
  const { alice, bob, sandbox, clock, quiet } = await setUp()
  await alice.say(direct('bob'), 'before')
  sandbox.faults.restart()
  sandbox.backend.post('carol', direct('bob'), 'in between')
  expect(sandbox.sessions.sessions).toBe(0)
  await clock.advance(1_000)
  await alice.say(direct('bob'), 'after')
  await quiet()
  expect(bob.texts()).toEqual(['before', 'in between', 'after'])
  expect(bob.continuities()).toEqual(['gap', 'whole'])
  expect(sandbox.backend.inspect(direct('bob'), 'alice')).toHaveLength(2)
})

it('cuts everybody, and clears all faults at once', async () => {
  const { alice, bob, sandbox, clock, quiet } = await setUp()
  sandbox.faults.set('all', { loss: 1 })
  sandbox.faults.cut('all')
  await clock.advance(1_000)
  expect([alice.errors.length > 0, bob.errors.length > 0]).toEqual([true, true])
  sandbox.faults.clear()
  await clock.advance(1_000)
  await alice.say(direct('bob'), 'hello')
  await quiet()
  expect(bob.texts()).toEqual(['hello'])
})

it('what is set for one user counts for him, whatever is set for all', async () => {
  const { alice, bob, sandbox, clock, quiet } = await setUp()
  sandbox.faults.set('bob', { latencyMs: 500 })
  sandbox.faults.set('all', { latencyMs: 5 })
  sandbox.backend.post('carol', group('g'), 'hello')
  await clock.advance(100)
  expect([alice.texts(), bob.texts()]).toEqual([['hello'], []])
  await quiet()
  expect(bob.texts()).toEqual(['hello'])
})

it('is the same run under the same seed, frame by frame', async () => {
  const run = async (seed: number) => {
    const { alice, bob, sandbox, quiet, clock } = await setUp({ seed })
    sandbox.faults.set('all', { latencyMs: 10, jitterMs: 90, loss: 0.3, duplicate: 0.3, reorder: 0.3 })
    const start = clock.now()
    const arrivals: string[] = []
    const sent = numbered(10).map(text => alice.say(direct('bob'), text).then(id => arrivals.push(`${id ?? ''} ${clock.now() - start}`)))
    await quiet()
    await Promise.all(sent)
    return JSON.stringify([arrivals, alice.events, bob.events, sandbox.token('alice')])
  }
  const first = await run(1)
  expect(await run(1)).toBe(first)
  expect(await run(2)).not.toBe(first)
})

it('[ID2] gives every transport localIds of its own, also two of one device', () => {
  const sandbox = createSandbox({ users: ['alice'], clock: testClock() })
  const ids = [1, 2].flatMap(() => {
    const transport = sandbox.transport('alice', { device: 'phone' })
    return numbered(100).map(() => transport.newLocalId())
  })
  expect(new Set(ids).size).toBe(200)
})

it('lets nobody in with the wrong credential, and says so for good', async () => {
  const { sandbox, clock } = await setUp()
  const mallory = testClient(sandbox, clock, 'alice', { credential: 'wrong' })
  await clock.advance(5_000)
  expect(mallory.events).toMatchObject([{ type: 'closed', error: { code: 'authRejected' } }])
  expect(() => sandbox.transport('nobody')).toThrow('There is no user "nobody"')
})

it('[CON3] goes on with a fresh credential when one expires in mid-session', async () => {
  const { alice, bob, sandbox, quiet } = await setUp()
  sandbox.backend.expireToken('alice')
  await alice.say(direct('bob'), 'still here')
  await quiet()
  expect(bob.texts()).toEqual(['still here'])
  sandbox.backend.post('bob', direct('alice'), 'good')
  await quiet()
  expect(alice.texts()).toEqual(['still here', 'good'])
  expect(alice.errors).toEqual([])
})

it('[CON1] a second device of the same name takes the place of the first', async () => {
  const { sandbox, clock } = await setUp()
  const first = testClient(sandbox, clock, 'carol', { device: 'phone' })
  await clock.advance(1_000)
  const second = testClient(sandbox, clock, 'carol', { device: 'phone' })
  await clock.advance(5_000)
  expect(first.events.at(-1)).toMatchObject({ type: 'closed', error: { code: 'replacedElsewhere' } })
  expect(second.continuities()).toEqual(['gap'])
})

it('[SEC1] reports a frame that can’t be read, and misses nothing', async () => {
  const { alice, sandbox, quiet } = await setUp()
  sandbox.faults.garble('alice')
  sandbox.backend.post('bob', direct('alice'), 'hello')
  await quiet()
  expect(alice.events.filter(({ type }) => type === 'fault')).toMatchObject([{ error: { code: 'protocol' } }])
  expect(alice.texts()).toEqual(['hello'])
})

it('refuses by decree through the whole wire', async () => {
  const { alice, sandbox, clock } = await setUp()
  sandbox.refuse({ user: 'alice', request: 'send', code: 'unavailable', retryAfterMs: 700 })
  const refused = alice.say(direct('bob'), 'x').catch((error: unknown) => error)
  await clock.advance(100)
  expect(await refused).toMatchObject({ code: 'unavailable', retryAfterMs: 700 })
})

it('reports what is nobody’s fault outside, and answers with internal', async () => {
  const thrown: unknown[] = []
  const fileUrl = (): string => {
    throw new Error('no room')
  }
  const { alice, clock } = await setUp({ policy: { fileUrl }, report: error => thrown.push(error) })
  const upload = outcome(alice.transport.upload({ conversation: direct('bob'), file: new Blob(['x']), name: 'x', mime: 'text/plain' }))
  for (let n = 0; n < 5; n++) await clock.advance(10)
  expect(await upload).toBe('internal maybe')
  expect(thrown).toMatchObject([{ message: 'no room' }])
})

it('carries a file through the wire, back and intact', async () => {
  const { alice, sandbox, clock } = await setUp()
  const bytes = new Uint8Array(600_000).map((_, index) => index % 251)
  const stored = alice.transport.upload({
    conversation: direct('bob'),
    file: new Blob([bytes]),
    name: 'big',
    mime: 'application/octet-stream',
  })
  for (let n = 0; n < 20; n++) await clock.advance(100)
  const { url = '', size, digest } = await stored
  expect(size).toBe(600_000)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  const back = new Uint8Array(await (await fetch(url)).arrayBuffer())
  expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true)
  sandbox.dispose()
  await expect(fetch(url)).rejects.toThrow()
})

it('can hand on facts out of order, above the link, for trying reducers', async () => {
  const { bob, sandbox, quiet } = await setUp({ disorder: 'facts' })
  for (const text of numbered(30)) sandbox.backend.post('alice', direct('bob'), text)
  await quiet()
  expect(bob.texts()).not.toEqual(numbered(30))
  expect([...bob.texts()].sort()).toEqual([...numbered(30)].sort())
})

it('isn’t quiet while facts are held back', async () => {
  const { bob, sandbox, clock } = await setUp({ disorder: 'facts' })
  for (const text of numbered(30)) sandbox.backend.post('alice', direct('bob'), text)
  const state = { heard: -1 }
  void sandbox.quiet().then(() => (state.heard = bob.texts().length))
  for (let n = 0; n < 1_000 && state.heard < 0; n++) await clock.advance(1)
  expect(state.heard).toBe(30)
})

it('is quiet again after a client has left, whatever is said to him then', async () => {
  const { bob, sandbox, quiet, clock } = await setUp()
  await quiet()
  bob.stop()
  await clock.settle()
  sandbox.backend.post('carol', direct('bob'), 'are you there?')
  expect(sandbox.sessions.unconfirmed).toBe(0)
  await quiet()
  expect(bob.texts()).toEqual([])
})

it('gives clients from elsewhere the same bad links, and waits for their frames', async () => {
  const { sandbox, clock } = await setUp()
  const heard: string[] = []
  let closed = 0
  const join = () =>
    sandbox.sessions.accept({
      buffered: 0,
      send: frame => heard.push(frame),
      close: () => closed++,
    })
  const hello = encodeFrame({ t: 'hello', v: 1, user: 'carol', token: sandbox.token('carol'), device: 'page' })
  sandbox.faults.set('carol', { latencyMs: 500 })
  await clock.advance(1_000)
  const listener = join()
  listener.opened()
  listener.frame(hello)
  const state = { quiet: false }
  void sandbox.quiet().then(() => (state.quiet = true))
  await clock.advance(499)
  expect([state.quiet, heard]).toEqual([false, []])
  await clock.advance(501)
  expect(heard[0]).toContain('"t":"welcome"')
  sandbox.faults.cut('carol')
  expect(closed).toBe(1)
  const second = join()
  second.opened()
  second.frame(hello)
  expect(closed).toBe(2)
  await clock.advance(1)
  expect(state.quiet).toBe(true)
})

it('is quiet at once when nothing is on its way, and waits for nobody who is cut off', async () => {
  const { sandbox, clock } = await setUp()
  await clock.advance(1_000)
  await sandbox.quiet()
  sandbox.faults.cut('alice')
  sandbox.backend.post('bob', direct('alice'), 'unheard')
  await clock.advance(1_000)
  await sandbox.quiet()
  await createSandbox({ users: ['alice'] }).quiet()
})

it('isn’t quiet while a lost frame has to be sent again', async () => {
  const { sandbox, clock, bob } = await setUp()
  await clock.advance(1_000)
  sandbox.faults.set('bob', { loss: 1 })
  sandbox.backend.post('alice', direct('bob'), 'hello')
  const state = { quiet: false }
  const quiet = sandbox.quiet().then(() => (state.quiet = true))
  await clock.advance(5_000)
  expect([state.quiet, bob.texts()]).toEqual([false, []])
  sandbox.faults.clear()
  await clock.advance(5_000)
  await quiet
  expect(bob.texts()).toEqual(['hello'])
})

it('waits for watched chats: their outboxes, marks and pages, over the worst of links', async () => {
  const { clock, sandbox, quiet } = await setUp({ policy: { readCount: 'everyMessage' } })
  const chats = ['alice', 'bob', 'carol'].map(user =>
    createChat({ transport: sandbox.transport(user), clock, publish: 'microtask', random: () => 0.5 }),
  )
  const talks = chats.map(chat => chat.conversation(group('g')))
  const stop = chats.map(chat => sandbox.watch(chat))
  sandbox.faults.set('all', { latencyMs: 30, jitterMs: 30, loss: 0.2, duplicate: 0.2, reorder: 0.2 })
  for (const [index, chat] of chats.entries()) {
    void chat.connect()
    talks[index]?.open()
  }
  for (const text of numbered(10)) for (const talk of talks) talk.send(text)
  await quiet()
  for (const talk of talks) void talk.markRead()
  await quiet()
  const shown = talks.map(talk => [...talk.messages.get()].map(({ id, send, position }) => ({ id, position, sent: send?.state ?? 'sent' })))
  expect(shown[0]).toHaveLength(30)
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
  expect(shown[0]?.every(({ sent }) => sent === 'sent')).toBe(true)
  for (const [index, chat] of chats.entries()) {
    const own = [...(talks[index]?.messages.get() ?? [])].filter(({ mine }) => mine)
    expect(own.map(({ key }) => chat.groupReadCount(key).get())).toEqual(new Array(10).fill(2))
    expect(talks[index]?.unread.get()).toMatchObject({ count: 0, exact: true })
  }
  for (const end of stop) end()
  await Promise.all(chats.map(chat => chat.dispose()))
})
