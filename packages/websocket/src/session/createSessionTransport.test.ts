import type { Json, TransportEvent } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { PipeListener } from '../wire/pipe.ts'
import { createSessionTransport } from './createSessionTransport.ts'
import { defaultCapabilities } from './defaultCapabilities.ts'

const welcome = {
  t: 'welcome',
  session: 's',
  resumed: false,
  since: 0,
  capabilities: defaultCapabilities,
  serverTime: 0,
  heartbeatMs: 10_000,
  maxFrameBytes: 100_000,
}

/** A transport whose server is the test: it says what `say` says, and hears what `heard` holds. */
const alone = (options: { credentials?: () => Promise<string> | string; open?: 'throws' } = {}) => {
  const clock = testClock()
  const heard: string[] = []
  const events: TransportEvent[] = []
  const ends: unknown[] = []
  let listener: PipeListener | undefined
  let closed = 0
  const transport = createSessionTransport({
    name: 'test',
    self: 'alice',
    clock,
    credentials: options.credentials ?? (() => 'token'),
    open(given) {
      if (options.open === 'throws') throw new SyntaxError('This is no URL.')
      listener = given
      return {
        buffered: 0,
        send: frame => heard.push(frame),
        close() {
          closed++
        },
      }
    },
  })
  return {
    clock,
    transport,
    heard,
    events,
    ends,
    closed: () => closed,
    connect: (resume?: Json) =>
      transport
        .connect(resume === undefined ? {} : { resume })
        .subscribe({ next: event => events.push(event), error: (end: unknown) => ends.push(end), complete: () => ends.push('complete') }),
    opened: () => listener?.opened(),
    say: (frame: unknown) => listener?.frame(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    drop: () => listener?.closed(),
  }
}

const linked = async () => {
  const scene = alone()
  const subscription = scene.connect()
  await scene.clock.settle()
  scene.opened()
  scene.say(welcome)
  return { ...scene, subscription, data: (n: number, data: unknown) => scene.say({ t: 'data', n, ack: 0, data }) }
}

const recalled = (id: string) => ({ type: 'recalled', origin: 'live', target: { id }, by: 'bob', as: 'author' })

describe('createSessionTransport', () => {
  it('[CON2] does nothing before it is subscribed to, and says nothing while subscribe runs', async () => {
    const { transport, heard, clock, events, ends, connect } = alone({ open: 'throws' })
    transport.connect()
    await clock.settle()
    expect(heard).toEqual([])
    connect()
    expect([events, ends]).toEqual([[], []])
    await clock.settle()
    expect(events).toMatchObject([{ type: 'closed', error: { code: 'invalid' } }])
  })

  it('[CON2] is silent after unsubscribe, whatever comes', async () => {
    const { subscription, events, ends, data, drop, closed, clock } = await linked()
    data(1, { t: 'facts', facts: [recalled('1')] })
    subscription.unsubscribe()
    data(2, { t: 'facts', facts: [recalled('2')] })
    drop()
    await clock.advance(60_000)
    expect([events, ends, closed(), clock.pending]).toEqual([[recalled('1')], [], 1, 0])
  })

  it('[CON2] is silent after unsubscribe in the middle of a frame', async () => {
    const { transport, say, opened, clock } = alone()
    const seen: TransportEvent[] = []
    const subscription = transport.connect().subscribe(event => {
      seen.push(event)
      subscription.unsubscribe()
    })
    await clock.settle()
    opened()
    say(welcome)
    say({ t: 'data', n: 2, ack: 0, data: { t: 'facts', facts: [recalled('3')] } })
    say({ t: 'data', n: 1, ack: 0, data: { t: 'facts', facts: [recalled('1'), recalled('2')], token: 1 } })
    expect(seen).toEqual([recalled('1')])
  })

  it('unsubscribed while the credential is asked for, it opens nothing', async () => {
    let give: (token: string) => void = () => {}
    const { heard, clock, connect, opened } = alone({ credentials: () => new Promise(resolve => (give = resolve)) })
    connect().unsubscribe()
    give('token')
    await clock.settle()
    opened()
    expect(heard).toEqual([])
  })

  it('connected twice at the same time is misuse; one after the other is not', async () => {
    const { transport, subscription } = await linked()
    const misuse: unknown[] = []
    transport.connect().subscribe({ error: (error: unknown) => misuse.push(error) })
    expect(misuse).toEqual([new Error('This transport is connected already: unsubscribe from connect() before you subscribe again.')])
    subscription.unsubscribe()
    const again = transport.connect().subscribe({ error: (error: unknown) => misuse.push(error) })
    expect(misuse).toHaveLength(1)
    again.unsubscribe()
  })

  it('whoever hears that the link is lost may connect again at once', async () => {
    const { transport, clock, drop, opened } = alone()
    let errors = 0
    let subscribed = 0
    const connect = (): void => {
      subscribed++
      transport.connect().subscribe({
        error: () => {
          if (++errors < 3) connect()
        },
      })
    }
    connect()
    for (let n = 0; n < 2; n++) {
      await clock.settle()
      opened()
      drop()
    }
    expect([subscribed, errors]).toEqual([3, 2])
  })

  it('says hello again until it is answered', async () => {
    const { heard, clock, connect, opened, say } = alone()
    connect()
    await clock.settle()
    opened()
    await clock.advance(2_500)
    expect(heard).toHaveLength(3)
    expect(new Set(heard).size).toBe(1)
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({ t: 'hello', v: 1, user: 'alice', token: 'token' })
    say(welcome)
    say(welcome)
    await clock.advance(2_000)
    expect(heard).toHaveLength(3)
  })

  it('[RCV8] [SEC1] what can’t be read is reported as a fault, and what follows comes', async () => {
    const { events, ends, say, data } = await linked()
    say('{')
    say({ t: 'surprise' })
    data(1, { t: 'surprise' })
    data(2, { t: 'facts', facts: [{ type: 'surprise' }, recalled('1')] })
    data(3, { t: 'synced', continuity: 'whole' })
    expect(events.map(event => (event.type === 'fault' ? event.error.code : event.type))).toEqual([
      'protocol',
      'protocol',
      'protocol',
      'protocol',
      'recalled',
      'synced',
    ])
    expect(ends).toEqual([])
  })

  it('[SEC1] a server that goes on with a session nobody asked for is not believed', async () => {
    const { clock, connect, opened, say, events, ends } = alone()
    connect()
    await clock.settle()
    opened()
    say({ ...welcome, resumed: true })
    expect([events, ends]).toMatchObject([[], [{ code: 'protocol', retryable: true }]])
  })

  it('[RES1] a state that was told of a gap, and got no token since, doesn’t go on with the session', async () => {
    const { clock, connect, opened, say, drop, heard } = alone()
    const helloAgain = async (continuity: string, token: object) => {
      connect(7)
      await clock.settle()
      opened()
      say(welcome)
      say({ t: 'data', n: 1, ack: 0, data: { t: 'synced', continuity, ...token } })
      drop()
      heard.length = 0
      connect(7)
      await clock.settle()
      opened()
      drop()
      return heard[0] ?? ''
    }
    expect(await helloAgain('gap', {})).not.toContain('"received"')
    expect(await helloAgain('gap', { token: 7 })).toContain('"received":1')
    expect(await helloAgain('whole', {})).toContain('"received":1')
  })

  it('an answer that can’t be read rejects with protocol: it may have been carried out', async () => {
    const { transport, data, heard } = await linked()
    const sent = transport
      .send({ conversation: 'group:1', localId: 'l', body: { type: 'text', text: 'x' } })
      .catch((error: unknown) => error)
    const [, id] = /"id":(\d+)/.exec(heard.at(-1) ?? '') ?? []
    data(1, { t: 'answer', id: Number(id), value: { id: 7 } })
    expect(await sent).toMatchObject({ code: 'protocol', effect: 'maybe', path: 'id' })
  })

  it('what can’t be written as JSON is refused as invalid, and never leaves', async () => {
    const { transport, heard } = await linked()
    const before = heard.length
    const knot: { self?: Json } = {}
    Object.assign(knot, { self: knot })
    const message = { conversation: 'group:1' as const, localId: 'l', body: { type: 'text' as const, text: 'x' } }
    await expect(transport.send({ ...message, ext: { ...knot } })).rejects.toMatchObject({ code: 'invalid', effect: 'none' })
    expect(heard.length).toBe(before)
  })

  it('names messages so that no two devices, tabs or reloads give the same name', () => {
    const names = new Set<string>()
    for (let device = 0; device < 20; device++) {
      const { transport } = alone()
      for (let n = 0; n < 50; n++) names.add(transport.newLocalId())
    }
    expect(names.size).toBe(1_000)
    for (const name of names) expect(name).toMatch(/^[0-9a-z]+-[0-9a-f]{32}$/)
  })

  it('names them the same way again with a seeded random', () => {
    const make = () => {
      let n = 0
      const random = () => (n++ % 16) / 16
      return createSessionTransport({
        name: 't',
        self: 'a',
        open: () => ({ send() {}, close() {}, buffered: 0 }),
        credentials: () => '',
        random,
        clock: testClock(),
      })
    }
    expect(make().newLocalId()).toBe(make().newLocalId())
  })
})
