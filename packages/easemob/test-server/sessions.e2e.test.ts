import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe('sessions', () => {
  it('a wrong token is refused, and so is one that has expired', async () => {
    const { client, backend, server } = await begin()
    const old = server.token('alice')
    await expect(client('alice', { token: 'wrong' })).rejects.toMatchObject({ type: 28 })
    await expect(client('nobody', { token: 'any' })).rejects.toMatchObject({ type: 204 })
    backend.expireToken('alice')
    await expect(client('alice', { token: old })).rejects.toMatchObject({ type: 56 })
    expect((await client('alice')).connection.isOpened()).toBe(true)
  })

  it('a client is told when its token expires, and counts down', async () => {
    const { client } = await begin({ server: { tokenExpiry: () => Date.now() + 40 } })
    const alice = await client('alice')
    await alice.next('onTokenWillExpire')
    await alice.next('onTokenExpired')
  })

  it('a token that expires leaves its socket alone, and is no good for anything else', async () => {
    const { client, backend } = await begin()
    const [alice, bob] = [await client('alice'), await client('bob')]
    backend.expireToken('bob')
    await alice.connection.send(alice.text('bob', 'hello'))
    expect(await bob.next('onTextMessage')).toMatchObject({ msg: 'hello' })
    await expect(bob.connection.getServerConversations({ pageSize: 1 })).rejects.toMatchObject({ type: 52 })
  })

  it('a session goes on with a fresh token', async () => {
    const { client, server } = await begin()
    const alice = await client('alice')
    await expect(alice.connection.renewToken(server.token('alice'))).resolves.toMatchObject({ status: true })
  })

  it('a dropped socket is opened again, and what came in between follows once', async () => {
    const { client, backend, server } = await begin()
    const bob = await client('bob')
    await bob.next('onConnected')
    server.drop('bob')
    backend.post('alice', direct('bob'), 'in between')
    await bob.next('onReconnecting')
    await bob.next('onConnected')
    expect(await bob.next('onTextMessage')).toMatchObject({ msg: 'in between', onlineState: 0 })
    backend.post('alice', direct('bob'), 'after')
    expect(await bob.next('onTextMessage')).toMatchObject({ msg: 'after' })
    expect(bob.waiting('onTextMessage')).toBe(0)
  })

  it.each([
    ['removed', 207],
    ['otherDevice', 206],
    ['password', 216],
    ['kicked', 217],
  ] as const)('a device that is told to go (%s) hears why and stays away', async (reason, type) => {
    const { client, server } = await begin()
    const [phone] = [await client('alice'), await client('alice', { device: 'alice-desk' })]
    server.kick('alice', reason, server.devices('alice')[0])
    expect(await phone.next('onDisconnected')).toMatchObject({ type })
    await expect.poll(() => server.devices('alice')).toHaveLength(1)
  })

  it('where one device is allowed, the next one takes its place', async () => {
    const { client } = await begin({ policy: { devices: 1 } })
    const phone = await client('alice')
    const desk = await client('alice', { device: 'alice-desk' })
    expect(await phone.next('onDisconnected')).toMatchObject({ type: 206 })
    expect(desk.connection.isOpened()).toBe(true)
  })

  it('a device that logs in again takes its own place; with a wrong token it takes none', async () => {
    const { client, backend, server } = await begin()
    const first = await client('alice')
    await expect(client('alice', { token: 'wrong' })).rejects.toMatchObject({ type: 28 })
    backend.post('bob', direct('alice'), 'still there?')
    expect(await first.next('onTextMessage')).toMatchObject({ msg: 'still there?' })
    await client('alice')
    expect(server.devices('alice')).toHaveLength(1)
    expect(first.waiting('onDisconnected')).toBe(0)
  })

  it('closing is leaving', async () => {
    const { client, backend } = await begin()
    const alice = await client('alice')
    alice.close()
    await expect.poll(() => backend.devices('alice')).toEqual([])
  })
})
