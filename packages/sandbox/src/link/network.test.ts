import { testClock } from '@parlance/core/testing'
import type { Pipe } from '@parlance/websocket'
import { encodeFrame } from '@parlance/websocket/wire'
import { expect, it } from 'vitest'
import { createNetwork } from './network.ts'

const hello = (user: string): string => encodeFrame({ t: 'hello', v: 1, user, token: 't', device: 'd' })

/** A network with one link on it; both ends note what they hear. */
const setUp = (user?: string) => {
  const clock = testClock()
  const heard: string[] = []
  const ends: Pipe[] = []
  const state = { forgotten: 0 }
  const network = createNetwork({
    clock,
    random: () => () => 0.5,
    users: () => ['alice', '__proto__'],
    accept(pipe) {
      ends.push(pipe)
      return {
        opened: () => void heard.push('server opened'),
        frame: text => void heard.push(`server got ${text}`),
        closed: () => void heard.push('server closed'),
      }
    },
    forgetSessions: () => state.forgotten++,
    moved: () => {},
  })
  const link = () =>
    network.accept(
      { buffered: 7, send: text => void heard.push(`client got ${text}`), close: () => void heard.push('client closed') },
      user,
    )
  const client = link()
  return { clock, heard, network, state, link, client, server: ends[0]! }
}

it('passes frames and the end on, both ways, and says what waits', () => {
  const { client, server, heard, network } = setUp('alice')
  client.opened()
  client.frame('a')
  server.send('b')
  expect(server.buffered).toBe(7)
  client.closed()
  expect(heard).toEqual(['server opened', 'server got a', 'client got b', 'server closed'])
  server.send('c')
  network.faults.cut('alice')
  expect(heard).toHaveLength(4)
})

it('learns from the first word whose link it is, and is bad to it from then on', async () => {
  const { client, server, heard, network, clock } = setUp()
  network.faults.set('alice', { latencyMs: 10 })
  client.frame(hello('alice'))
  server.send('welcome')
  expect([heard, network.flying]).toEqual([[], 2])
  await clock.advance(10)
  expect(heard).toEqual([`server got ${hello('alice')}`, 'client got welcome'])
})

it('tells neither end anything after it has closed, and the other one only when the last words are through', async () => {
  const { client, server, heard, network, clock } = setUp('alice')
  network.faults.set('alice', { latencyMs: 10 })
  client.frame('never heard')
  server.send('bye')
  server.close()
  client.frame('nor this')
  await clock.advance(10)
  expect(heard).toEqual(['client got bye', 'client closed'])
  expect(network.flying).toBe(0)
})

it('cuts a link at once, with all that is on its way, and lets none come about until it is restored', async () => {
  const { client, server, heard, network, link, clock } = setUp('__proto__')
  network.faults.set('all', { latencyMs: 10 })
  client.frame('lost')
  server.send('lost too')
  network.faults.cut('__proto__')
  expect(heard.splice(0)).toEqual(['client closed', 'server closed'])
  link().opened()
  expect(heard.splice(0)).toEqual(['client closed', 'server closed'])
  expect([network.isCut('__proto__'), network.isCut('alice')]).toEqual([true, false])
  await clock.advance(100)
  network.faults.restore('__proto__')
  link().opened()
  expect(heard).toEqual(['server opened'])
})

it('[SEC1] puts what can’t be read on the way to one user, or to all', () => {
  const { heard, network } = setUp('alice')
  network.faults.garble('__proto__')
  expect(heard).toEqual([])
  network.faults.garble('alice')
  network.faults.garble('all')
  expect(heard).toHaveLength(2)
  expect(() => JSON.parse(heard[0]?.replace('client got ', '') ?? '{}') as unknown).toThrow()
})

it('restarts: every link is closed, every session forgotten, and new links come about', () => {
  const { heard, network, state, link } = setUp('alice')
  link()
  network.faults.restart()
  expect(heard).toEqual(['client closed', 'server closed', 'client closed', 'server closed'])
  expect(state.forgotten).toBe(1)
  link().opened()
  expect(heard.at(-1)).toBe('server opened')
})
