import type { Fact, TransportEvent } from '@parlance/core'
import { group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { createSessionTransport } from '@parlance/websocket'
import { expect, it } from 'vitest'
import { serveSession } from './serveSession.ts'
import { lossyPipes } from './testing/lossyPipes.ts'
import { tinyBackend } from './testing/tinyBackend.ts'

const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

const fact = (n: number): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: group('1'), from: 'bob', id: `m${n}`, body: { type: 'text', text: `${n}` } },
})

it('[LNK1] over a pipe that loses, doubles and reorders every fact comes once, in order', async () => {
  const clock = testClock()
  const backend = tinyBackend(clock)
  const server = serveSession({ backend, clock })
  const pipes = lossyPipes(clock, seeded(1), pipe => server.accept(pipe))
  pipes.weather = { loss: 0.2, duplication: 0.2, latency: [0, 80] }
  backend.handlers.send = ({ message }) => ({ id: message.localId })
  const transport = createSessionTransport({ name: 't', self: 'alice', open: pipes.open, credentials: () => 'alice', clock })
  const events: TransportEvent[] = []
  transport.connect().subscribe({ next: e => events.push(e), error: e => console.log(e) })
  await clock.advance(5_000)
  expect(events.map(e => e.type)).toEqual(['synced'])
  for (let n = 1; n <= 500; n++) {
    backend.tell('alice', fact(n))
    if (n % 3 === 0) await clock.advance(10)
  }
  const sent = transport.send({ conversation: group('1'), localId: 'l1', body: { type: 'text', text: 'hi' } })
  await clock.advance(30_000)
  expect(await sent).toEqual({ id: 'l1' })
  expect(events.filter(e => e.type === 'message').map(e => e.message.id)).toEqual(Array.from({ length: 500 }, (_, i) => `m${i + 1}`))
  expect(server.unconfirmed).toBe(0)
  expect(transport.unconfirmed).toBe(0)
})
