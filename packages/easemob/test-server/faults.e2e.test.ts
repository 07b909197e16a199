import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createWeather } from './faults/weather.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe('faults', () => {
  it('a socket that is cut before an acknowledgement leaves the sender in doubt, and a resend is no second message', async () => {
    const { client, backend, server } = await begin()
    const alice = await client('alice')
    const message = alice.text('bob', 'hello')
    server.plan({ direction: 'down', kind: 'ack', strike: 'drop' })
    await expect(alice.connection.send(message)).rejects.toMatchObject({ type: 510 })
    await alice.next('onConnected')
    await alice.next('onConnected')
    await alice.connection.send(message)
    expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(1)
  })

  it('a socket that is cut before a message arrives has carried none', async () => {
    const { client, backend, server } = await begin()
    const alice = await client('alice')
    server.plan({ direction: 'up', kind: 'send', strike: 'drop', user: 'alice' })
    await expect(alice.connection.send(alice.text('bob', 'hello'))).rejects.toMatchObject({ type: 510 })
    expect(backend.inspect(direct('bob'), 'alice')).toEqual([])
  })

  it('a queue that was cut off while it was fetched is fetched again', async () => {
    const { client, backend, server } = await begin()
    for (let index = 0; index < 120; index++) backend.post('alice', direct('bob'), `${index}`)
    server.plan({ direction: 'down', kind: 'queue', strike: 'drop', after: 1 })
    const bob = await client('bob')
    const told: string[] = []
    for (let index = 0; index < 120; index++) told.push((await bob.next('onTextMessage')).msg)
    expect(told).toEqual(Array.from({ length: 120 }, (_, index) => `${index}`))
    expect(bob.waiting('onTextMessage')).toBe(0)
  })

  it('frames that come twice, or late, change nothing', async () => {
    const { client, backend, server } = await begin()
    const [alice, bob] = [await client('alice'), await client('bob')]
    server.setFaults({ up: { duplicate: 0.5, delayMs: 3 }, down: { delayMs: 3 } })
    for (let index = 0; index < 20; index++) await alice.connection.send(alice.text('bob', `${index}`))
    for (let index = 0; index < 20; index++) expect(await bob.next('onTextMessage')).toMatchObject({ msg: `${index}` })
    expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(20)
  })

  it('the same seed strikes the same frames', () => {
    const strikes = (seed: number) => {
      const weather = createWeather(seed, { up: { loss: 0.2, drop: 0.1, delayMs: 10 } })
      return Array.from({ length: 50 }, () => weather.fate('up', 'send', 'alice'))
    }
    expect(strikes(3)).toEqual(strikes(3))
    expect(strikes(3)).not.toEqual(strikes(4))
    expect(new Set(strikes(3).map(({ strike }) => strike))).toEqual(new Set([undefined, 'lose', 'drop']))
  })
})
