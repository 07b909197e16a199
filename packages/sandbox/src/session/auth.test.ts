import { chatError } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { serveSession } from './serveSession.ts'
import { lossyPipes } from './testing/lossyPipes.ts'
import { createScene, fact, numbered, settled } from './testing/scene.ts'

/** Credentials that are asked for, and what the application said. */
const asked = (answers: readonly (string | Error)[]) => {
  const whys: string[] = []
  const credentials = async (why: string): Promise<string> => {
    const answer = answers[whys.push(why) - 1] ?? answers.at(-1)
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('No answer.')
    return answer
  }
  return { whys, credentials }
}

const gone = chatError('authExpired')

describe('credentials', () => {
  it('that are wrong end it for good: authRejected; the next connect asks for a first one again', async () => {
    const { clock, client, server } = createScene()
    const { whys, credentials } = asked(['wrong', 'alice'])
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    expect(alice.events).toMatchObject([{ type: 'closed', error: { code: 'authRejected', retryable: false } }])
    expect([alice.completed, alice.errors, server.sessions]).toEqual([true, [], 0])
    alice.connect()
    await clock.advance(1_000)
    expect([alice.types().at(-1), whys]).toEqual(['synced', ['first', 'first']])
  })

  it('[CON3] are asked for once, and kept over reconnects', async () => {
    const { clock, client, pipes } = createScene()
    const { whys, credentials } = asked(['alice'])
    const alice = client('alice', { credentials })
    for (let n = 0; n < 3; n++) {
      alice.connect()
      await clock.advance(1_000)
      pipes.cut()
      await clock.advance(100)
    }
    expect([whys, alice.types().filter(type => type === 'synced').length]).toEqual([['first'], 3])
  })

  it('[CON3] that have expired when the link is opened are asked for anew, once', async () => {
    const { backend, clock, client } = createScene()
    const { whys, credentials } = asked(['old', 'alice'])
    const { attach } = backend
    backend.attach = options => {
      if (options.credential === 'old') throw gone
      return attach(options)
    }
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    expect([whys, alice.types(), alice.errors]).toEqual([['first', 'expired'], ['synced'], []])
  })

  it('[CON3] that keep expiring fail the link, which may be tried again later', async () => {
    const { backend, clock, client } = createScene()
    const { whys, credentials } = asked(['old'])
    backend.attach = () => {
      throw gone
    }
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    expect([whys, alice.errors.map(({ code }) => code)]).toEqual([['first', 'expired'], ['authExpired']])
  })

  it('[CON3] that expire in mid-session are asked for once for many requests, which then go on; no fact is lost or doubled', async () => {
    const { backend, clock, client } = createScene()
    const { whys, credentials } = asked(['alice', 'fresh'])
    const joined: string[] = []
    backend.handlers.join = ({ conversation }) => {
      joined.push(conversation)
      return null
    }
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    backend.tell('alice', fact(1))
    await clock.advance(1_000)
    backend.tokens.set('alice', 'fresh')
    backend.end('alice', gone)
    const all = Promise.all(Array.from({ length: 5 }, (_, n) => settled(alice.transport.join(`room:${n}`))))
    backend.tell('alice', fact(2))
    await clock.advance(2_000)
    expect(await all).toEqual(Array.from({ length: 5 }, () => undefined))
    expect(joined).toEqual(['room:0', 'room:1', 'room:2', 'room:3', 'room:4'])
    backend.tell('alice', fact(3))
    await clock.advance(1_000)
    expect([whys, alice.messages(), alice.errors]).toEqual([['first', 'expired'], numbered(3), []])
    expect(alice.types().filter(type => type === 'synced')).toHaveLength(1)
  })

  it('[CON3] of a seat that stands all the same are renewed without taking a second one', async () => {
    const { backend, clock, client } = createScene()
    const alice = client()
    backend.handlers.join = () => {
      throw gone
    }
    alice.connect()
    await clock.advance(1_000)
    backend.tell('alice', fact(1))
    await clock.advance(1_000)
    const join = settled(alice.transport.join('room:1'))
    await clock.advance(1_000)
    backend.tell('alice', fact(2))
    await clock.advance(1_000)
    expect([await join, backend.attached, alice.messages()]).toEqual(['authExpired none', 1, numbered(2)])
  })

  it('[CON3] a single request refused with authExpired asks for a fresh one too, and is asked again once', async () => {
    const { backend, clock, client } = createScene()
    const { whys, credentials } = asked(['alice'])
    let refusals = 0
    backend.handlers.join = () => {
      refusals++
      throw gone
    }
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    const join = settled(alice.transport.join('room:1'))
    await clock.advance(1_000)
    expect([await join, whys, refusals]).toEqual(['authExpired none', ['first', 'expired'], 2])
  })

  it('[CON3] that expired just before a cut are asked for once', async () => {
    const { backend, clock, client, pipes } = createScene()
    const { whys, credentials } = asked(['alice', 'fresh'])
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    backend.tell('alice', fact(1))
    await clock.advance(1_000)
    const { attach } = backend
    backend.attach = options => {
      if (options.credential === 'alice') throw gone
      return attach(options)
    }
    backend.tokens.set('alice', 'fresh')
    backend.end('alice', gone)
    pipes.cut()
    await clock.advance(100)
    alice.connect()
    await clock.advance(5_000)
    expect([whys, alice.types().filter(type => type === 'synced').length, alice.errors.length]).toEqual([['first', 'expired'], 2, 1])
  })

  it('[CON3] a gap while they were renewed is said', async () => {
    const { backend, clock, client } = createScene()
    const { credentials } = asked(['alice', 'alice'])
    const alice = client('alice', { credentials })
    alice.connect()
    await clock.advance(1_000)
    backend.tell('alice', fact(1))
    await clock.advance(1_000)
    backend.end('alice', gone)
    backend.tell('alice', fact(2))
    backend.forget()
    await clock.advance(1_000)
    expect(alice.events.filter(event => event.type === 'synced')).toMatchObject([{ continuity: 'gap' }, { continuity: 'gap' }])
  })

  it('[CON3] that can’t be renewed: rejected ones end it for good, a failing callback fails the link', async () => {
    for (const [answer, code, completed] of [
      ['wrong', 'authRejected', true],
      [new Error('The network is down.'), 'authExpired', false],
    ] as const) {
      const { backend, clock, client } = createScene()
      const { credentials } = asked(['alice', answer])
      const alice = client('alice', { credentials })
      alice.connect()
      await clock.advance(1_000)
      backend.end('alice', gone)
      const join = settled(alice.transport.join('room:1'))
      await clock.advance(5_000)
      const last = alice.events.at(-1)
      const end = last?.type === 'closed' ? last.error : alice.errors[0]
      expect([end?.code, alice.completed]).toEqual([code, completed])
      expect(await join).toMatch(/^(offline none|unavailable maybe)$/)
    }
  })

  it('that can’t be had fail the link, unless the application says that it is final', async () => {
    for (const [answer, code, completed] of [
      [new Error('no'), 'unavailable', false],
      [chatError('authRejected'), 'authRejected', true],
    ] as const) {
      const { clock, client } = createScene()
      const alice = client('alice', { credentials: asked([answer]).credentials })
      alice.connect()
      await clock.advance(100)
      const last = alice.events.at(-1)
      const end = last?.type === 'closed' ? last.error : alice.errors[0]
      expect([end?.code, alice.completed]).toEqual([code, completed])
    }
  })

  it('replacedElsewhere ends it for good, also when goodbyes are lost', async () => {
    const { backend, clock, client, pipes, server } = createScene()
    const alice = client()
    alice.connect()
    await clock.advance(1_000)
    let byes = 0
    pipes.watch = (_, frame) => !frame.includes('"bye"') || ++byes > 2
    backend.end('alice', chatError('replacedElsewhere'))
    await clock.advance(5_000)
    expect(alice.events.at(-1)).toMatchObject({ type: 'closed', error: { code: 'replacedElsewhere' } })
    expect([alice.completed, server.sessions, backend.attached]).toEqual([true, 0, 0])
  })

  it('[SEC3] a pipe that is vouched for is that user’s alone, and needs no credential', async () => {
    const { backend, clock, client } = createScene()
    const server = serveSession({ backend, clock })
    const pipes = lossyPipes(
      clock,
      () => 0,
      pipe => server.accept(pipe, 'alice'),
    )
    const [alice, mallory] = [client('alice', { open: pipes.open, credentials: () => 'anything' }), client('mallory', { open: pipes.open })]
    alice.connect()
    mallory.connect()
    await clock.advance(1_000)
    expect([alice.types(), mallory.types()]).toEqual([['synced'], ['closed']])
  })
})
