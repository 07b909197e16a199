import type { TransportEvent } from '@parlance/core'
import { describe, expect, it, vi } from 'vitest'
import { fakeSdk } from '../test/fakeSdk.ts'
import type { FakeConnection } from '../test/fakeSdk.ts'
import { types } from '../test/linked.ts'
import { easemob } from './easemob.ts'
import { people } from './people/people.ts'
import { reactions } from './reactions/reactions.ts'

/** A connection that an application has made. */
const shared = (fields: object = {}): FakeConnection => {
  const sdk = fakeSdk()
  const { connection: Connection } = sdk.module
  new Connection({ appKey: 'org#app', delivery: true })
  Object.assign(sdk.last().connection, fields)
  return sdk.last()
}

const linkOf = (connection: FakeConnection) => {
  const events: TransportEvent[] = []
  const transport = easemob({ connection: connection.connection, user: 'alice' })
  const subscription = transport.connect().subscribe(event => events.push(event))
  return { transport, events, leave: () => subscription.unsubscribe() }
}

describe('a connection of the application’s', () => {
  it('is used as it is where it is open, and left open', async () => {
    const connection = shared({ opened: true, logOut: false })
    const { events, leave } = linkOf(connection)
    await vi.waitFor(() => expect(types(events)).toEqual(['synced']))
    leave()
    expect(connection.calls.map(({ call }) => call)).not.toContain('close')
    expect(connection.handlers.size).toBe(0)
  })

  it('is waited for until the application opens it, and again after it was closed', async () => {
    const connection = shared()
    const { events } = linkOf(connection)
    await vi.waitFor(() => expect(connection.handlers.size).toBe(1))
    expect(events).toEqual([])
    await connection.connection.open({ user: 'alice', accessToken: 'token' })
    expect(types(events)).toEqual(['synced'])
    connection.connection.close()
    connection.happen('onDisconnected')
    expect(types(events)).toEqual(['synced', 'link'])
    await vi.waitFor(() => expect(connection.handlers.size).toBe(1), 2_000)
    await connection.connection.open({ user: 'alice', accessToken: 'token' })
    expect(types(events).at(-1)).toBe('synced')
  })

  it('[RCP7] that sends delivery acks by itself is left to it', () => {
    expect(easemob({ connection: shared({ delivery: true }).connection, user: 'alice' }).capabilities.delivered).toBe('auto')
    expect(easemob({ connection: shared().connection, user: 'alice' }).capabilities.delivered).toBe('manual')
  })

  it('tells whose it is once it was opened; before, the application has to', () => {
    expect(easemob({ connection: shared({ user: 'Alice' }).connection }).self).toBe('alice')
    expect(() => easemob({ connection: shared().connection })).toThrow('Pass user, or an opened connection')
  })
})

it('only what the parts bring is there, and said to be', () => {
  const connection = shared().connection
  const bare = easemob({ connection, user: 'alice' })
  expect(bare).not.toHaveProperty('react')
  expect(bare).not.toHaveProperty('contacts')
  expect(bare.capabilities).not.toHaveProperty('contacts')
  expect(bare.capabilities).toMatchObject({ settings: ['pinned'], deletion: 'none' })
  const full = easemob({ connection, user: 'alice', parts: [people, reactions] })
  expect(full.capabilities).toMatchObject({ contacts: true, reactions: true, pins: 'members' })
  expect(full.capabilities.history.includes).toEqual(['edits', 'receipts', 'reactions', 'pins'])
  expect(full.react).toBeTypeOf('function')
})

it('what the application’s console allows is declared as the application says', () => {
  const connection = shared().connection
  const { capabilities } = easemob({ connection, user: 'alice', recallWindowMs: 60_000, maxMessageBytes: 9_000, maxFileBytes: 5 })
  expect(capabilities).toMatchObject({
    recall: { mode: 'server', windowMs: 60_000 },
    maxMessageBytes: 9_000,
    attachments: { maxBytes: 5 },
    reconnects: 'transport',
    dedupe: 'none',
    localIdVisible: true,
    ids: 'global',
  })
})
