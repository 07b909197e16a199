import type { TransportEvent } from '@parlance/core'
import { describe, expect, it, vi } from 'vitest'
import { link, refuse, synced, types } from '../../test/linked.ts'
import { easemob } from '../easemob.ts'

describe('a link', () => {
  it('loads the SDK with the first link, and logs in with a fresh token', async () => {
    const { sdk, credentials, events } = link()
    expect(sdk.connections).toHaveLength(0)
    await vi.waitFor(() => expect(events).toEqual([{ type: 'synced', continuity: 'gap' }]))
    expect(credentials).toHaveBeenCalledOnce()
    expect(sdk.last().options).toEqual({ appKey: 'org#app', delivery: false })
    expect(sdk.last().calls.find(({ call }) => call === 'open')?.parameters).toEqual([{ user: 'alice', accessToken: 'token' }])
  })

  it('[CON1] that is lost says so once, however often the SDK tries, and is synced again with a gap', async () => {
    const { sdk, events, transport } = await synced(link())
    for (let again = 0; again < 3; again++) sdk.last().happen('onReconnecting')
    await expect(transport.history({ conversation: 'direct:bob', count: 1, at: { newest: true } })).rejects.toMatchObject({
      code: 'offline',
      effect: 'none',
    })
    sdk.last().happen('onConnected')
    expect(types(events)).toEqual(['synced', 'link', 'synced'])
  })

  it.each([
    [206, 'replacedElsewhere'],
    [217, 'replacedElsewhere'],
    [207, 'authRejected'],
    [216, 'authRejected'],
  ])('[CON1] that is ended with %d is closed with %s, for good', async (type, code) => {
    const { sdk, events, ended } = await synced(link())
    sdk.last().happen('onDisconnected', { type, message: 'kicked' })
    expect(events.at(-1)).toMatchObject({ type: 'closed', error: { code } })
    expect(ended()).toBe('completed')
  })

  it('[CON1] whose token is refused is closed with authRejected', async () => {
    const { events, ended } = link({ open: () => refuse({ type: 28, message: 'INVALID_TOKEN' }) })
    await vi.waitFor(() => expect(ended()).toBe('completed'))
    expect(events).toMatchObject([{ type: 'closed', error: { code: 'authRejected' } }])
  })

  it('[CON3] whose token has run out asks for another, once', async () => {
    const { credentials, ended, events } = link({ open: () => refuse({ type: 56, message: 'Sorry, token expired' }) })
    await vi.waitFor(() => expect(ended()).toBe('completed'))
    expect(credentials).toHaveBeenCalledTimes(2)
    expect(events).toMatchObject([{ type: 'closed', error: { code: 'authExpired' } }])
  })

  it('[CON3] whose token runs out meanwhile logs in anew, with a fresh one', async () => {
    const { sdk, credentials, events } = await synced(link())
    sdk.last().happen('onTokenExpired')
    sdk.last().happen('onDisconnected')
    await vi.waitFor(() => expect(types(events)).toEqual(['synced', 'link', 'synced']))
    expect(credentials).toHaveBeenCalledTimes(2)
    expect(sdk.connections).toHaveLength(2)
  })

  it('[CON3] whose token will run out is given another', async () => {
    const { sdk, credentials } = await synced(link({ renewToken: () => Promise.resolve() }))
    sdk.last().happen('onTokenWillExpire')
    await vi.waitFor(() => expect(sdk.last().calls.find(({ call }) => call === 'renewToken')?.parameters).toEqual(['token']))
    expect(credentials).toHaveBeenCalledTimes(2)
  })

  it('[CON1] that the SDK gives up is opened again, by a connection of its own', async () => {
    const { sdk, events } = await synced(link())
    sdk.last().happen('onReconnecting')
    sdk.last().happen('onDisconnected', { type: 16, message: 'reconnection failed' })
    await vi.waitFor(() => expect(types(events).filter(type => type === 'synced')).toHaveLength(2), 2_000)
    expect(events[2]).toMatchObject({ type: 'link', state: 'lost', retryAt: expect.any(Number) })
    expect(sdk.connections).toHaveLength(2)
    expect(sdk.connections[0]?.handlers.size).toBe(0)
  })

  it('[CON2] that is left while it logs in is closed as soon as that is through, and the next one waits for that', async () => {
    const logins: (() => void)[] = []
    const linked = link({ open: () => new Promise<void>(resolve => logins.push(resolve)) })
    await vi.waitFor(() => expect(logins).toHaveLength(1))
    linked.leave()
    const again = linked.transport.connect().subscribe()
    await Promise.resolve()
    expect(linked.sdk.connections).toHaveLength(1)
    logins[0]?.()
    await vi.waitFor(() => expect(linked.sdk.connections).toHaveLength(2))
    expect(linked.sdk.connections[0]?.calls.filter(({ call }) => call === 'close')).toHaveLength(2)
    again.unsubscribe()
  })

  it('[CON2] that is left while its token is asked for logs nobody in', async () => {
    let give: ((token: string) => void) | undefined
    const linked = link()
    linked.credentials.mockImplementationOnce(() => new Promise<string>(resolve => (give = resolve)))
    await vi.waitFor(() => expect(give).toBeDefined())
    linked.leave()
    give?.('token')
    const again = linked.transport.connect().subscribe()
    await vi.waitFor(() => expect(linked.sdk.connections).toHaveLength(2))
    await vi.waitFor(() =>
      expect(linked.sdk.connections.map(({ calls }) => calls.filter(({ call }) => call === 'open').length)).toEqual([0, 1]),
    )
    again.unsubscribe()
  })

  it('[CON2] beside another is refused, and leaves that one alone', async () => {
    const { transport, sdk, events } = await synced(link())
    const error = vi.fn()
    transport.connect().subscribe({ error })
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce())
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'conflict' }))
    sdk.last().happen('onReadMessage', { mid: '1', from: 'bob', to: 'alice' })
    expect(types(events)).toEqual(['synced', 'receipt'])
  })

  it('is silent after it was left', async () => {
    const { sdk, events, leave } = await synced(link())
    const [handler] = sdk.last().handlers.values()
    leave()
    handler?.onReadMessage?.({ mid: '1', from: 'bob', to: 'alice' })
    handler?.onConnected?.()
    expect(types(events)).toEqual(['synced'])
  })

  it('without an SDK is closed, with a sentence that says what to pass', async () => {
    const events: TransportEvent[] = []
    const transport = easemob({ sdk: () => ({ default: {} }), appKey: 'org#app', user: 'alice', credentials: () => 'token' })
    transport.connect().subscribe(event => events.push(event))
    await vi.waitFor(() => expect(types(events)).toEqual(['closed']))
    expect(events).toMatchObject([{ error: { message: expect.stringContaining("import('easemob-websdk')") } }])
  })
})

describe('[RCV8] events', () => {
  it('that can’t be read are faults, and no handler of the application misses what comes after', async () => {
    const { sdk, events } = await synced(link())
    const later = vi.fn()
    sdk.last().handlers.set('application', { onReadMessage: later })
    const thrower = new Proxy(
      {},
      {
        get() {
          throw new Error('unreadable')
        },
      },
    )
    for (const payload of [undefined, null, 7, 'x', {}, { mid: {} }, thrower]) sdk.last().happen('onReadMessage', payload)
    expect(new Set(types(events).slice(1))).toEqual(new Set(['fault']))
    expect(events.slice(1)).toHaveLength(7)
    expect(later).toHaveBeenCalledTimes(7)
  })

  it('of every kind survive every shape', async () => {
    const { sdk, events } = await synced(link())
    const [handler] = sdk.last().handlers.values()
    const names = Object.keys(handler ?? {}).filter(name => !/Connected|Reconnecting|Disconnected|Token|onError/.test(name))
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) {
      for (const payload of [
        undefined,
        null,
        7,
        'x',
        [],
        [null],
        [{}],
        {},
        { id: {}, mid: [], from: 1, to: null, ext: 'x', reactions: {}, location: '{' },
      ])
        sdk.last().happen(name as 'onMessage', payload)
    }
    expect(events.every(({ type }) => type !== 'closed')).toBe(true)
  })
})
