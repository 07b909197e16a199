import { describe, expect, it } from 'vitest'
import { link, refuse, synced } from '../../test/linked.ts'
import type { Linked } from '../../test/linked.ts'
import { settings } from './settings.ts'

const done = (): Promise<object> => Promise.resolve({})
const entriesOf = ({ events }: Linked): readonly unknown[] => events.flatMap(event => (event.type === 'conversation' ? [event.entry] : []))
const parametersOf = ({ sdk }: Linked, name: string): readonly unknown[] =>
  sdk.last().calls.flatMap(({ call, parameters }) => (call === name ? parameters : []))

const listed = (conversationId: string, more: object = {}): object => ({ conversationId, conversationType: 'singleChat', ...more })
const list =
  (...conversations: readonly object[]) =>
  (): Promise<object> =>
    Promise.resolve({ data: { conversations, cursor: '' } })

describe('settings of a conversation', () => {
  it('[UNR6] that are several are several calls: what went through is told, also where another is refused', async () => {
    const one = await synced(
      link({
        setSilentModeForConversation: () => refuse({ type: 53, message: 'service not open!' }),
        addConversationMark: done,
        pinConversation: () => Promise.resolve({ data: { isPinned: true, pinnedTime: 7 } }),
      }),
    )
    const change = { pinned: 1, silenced: true, archived: true }
    await expect(one.transport.setConversation?.('direct:bob', change)).rejects.toMatchObject({ code: 'unsupported' })
    expect(new Set(entriesOf(one))).toEqual(
      new Set([
        { id: 'direct:bob', pinned: 7 },
        { id: 'direct:bob', archived: true },
      ]),
    )
  })

  it('that can’t be are refused before anything is asked for: marks without a number, and all of rooms', async () => {
    const one = await synced(link({}, { marks: { archived: 1 } }))
    expect(one.transport.capabilities.settings).toEqual(['pinned', 'silenced', 'archived'])
    const before = one.sdk.last().calls.length
    for (const [conversation, change] of [
      ['direct:bob', { archived: true, markedUnread: true }],
      ['room:7', { silenced: true }],
      ['room:7', { pinned: 1 }],
    ] as const)
      await expect(one.transport.setConversation?.(conversation, change)).rejects.toMatchObject({ code: 'unsupported' })
    expect(one.sdk.last().calls).toHaveLength(before)
  })

  it('[UNR6] of another device of mine are followed; what says nothing of silence changes nothing', async () => {
    const one = await synced(link())
    const happen = (operation: string, more: object): void =>
      one.sdk
        .last()
        .happen('onMultiDeviceEvent', { operation, conversationId: '42', conversationType: 'groupChat', type: 'groupChat', ...more })
    happen('setSilentModeForConversation', { data: { type: 'NONE' } })
    happen('setSilentModeForConversation', { data: { ignoreDuration: 5 } })
    happen('setSilentModeForConversation', { data: { type: 'AT' } })
    happen('removeSilentModeForConversation', { data: {} })
    happen('markConversation', { conversationMark: 1 })
    happen('markConversation', { conversationMark: 19 })
    happen('unMarkConversation', { conversationMark: 0 })
    happen('pinnedConversation', { timestamp: 5 })
    expect(entriesOf(one)).toEqual([
      { id: 'group:42', silenced: true },
      { id: 'group:42', silenced: false },
      { id: 'group:42', silenced: false },
      { id: 'group:42', archived: true },
      { id: 'group:42', markedUnread: false },
      { id: 'group:42', pinned: 5 },
    ])
  })

  it('[UNR9] marked unread is taken away by a mark of mine, which doesn’t fail with it', async () => {
    const one = await synced(
      link({
        getServerConversations: list(listed('bob', { marks: [0] }), listed('carol', { marks: [1] })),
        send: () => Promise.resolve({}),
        removeConversationMark: () => refuse({ type: 17, message: 'down' }),
      }),
    )
    await one.transport.conversations?.({ count: 5 })
    for (const conversation of ['direct:bob', 'direct:carol', 'direct:bob'] as const)
      await one.transport.markRead(conversation, { whole: true })
    const bob = { conversations: [{ conversationId: 'bob', conversationType: 'singleChat' }], mark: 0 }
    expect(parametersOf(one, 'removeConversationMark')).toEqual([bob, bob])
  })
})

describe('the list', () => {
  it('[UNR6] says of each conversation whether it is silenced, asked twenty at a time, and what its marks say', async () => {
    const names = Array.from({ length: 25 }, (_, number) => `u${number}`)
    const one = await synced(
      link({
        getServerConversations: list(...names.map(name => listed(name, { marks: name === 'u1' ? [1, 7] : [] })), {
          conversationId: '42',
          conversationType: 'groupChat',
        }),
        getSilentModeForConversations: () =>
          Promise.resolve({
            data: { user: { u1: { type: 'NONE' }, u2: { type: 'ALL' }, u3: { type: 'AT' } }, group: { 42: { type: 'NONE' } } },
          }),
      }),
    )
    const page = await one.transport.conversations?.({ count: 50 })
    const asked = parametersOf(one, 'getSilentModeForConversations') as readonly { readonly conversationList: readonly object[] }[]
    expect(asked.map(({ conversationList }) => conversationList.length)).toEqual([20, 6])
    expect(page?.entries.flatMap(({ id, silenced }) => (silenced === true ? [id] : []))).toEqual(['direct:u1', 'group:42'])
    expect(page?.entries[0]).toMatchObject({ silenced: false, archived: false, markedUnread: false })
    expect(page?.entries[1]).toMatchObject({ archived: true, markedUnread: false })
  })

  it('without an answer about silence says nothing of it', async () => {
    const one = await synced(
      link({ getServerConversations: list(listed('bob')), getSilentModeForConversations: () => refuse({ type: 17, message: 'down' }) }),
    )
    const page = await one.transport.conversations?.({ count: 5 })
    expect(page?.entries).toHaveLength(1)
    expect(page?.entries[0]).not.toHaveProperty('silenced')
  })
})

it('marks are numbers that Easemob has, each for one thing', () => {
  for (const marks of [{ archived: 20 }, { markedUnread: -1 }, { archived: 0.5 }, { markedUnread: 3, archived: 3 }])
    expect(() => settings({ marks })).toThrow('Pass marks from 0 to 19')
})
