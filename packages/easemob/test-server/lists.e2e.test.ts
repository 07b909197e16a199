import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { SdkConnection } from '../src/sdk/connection.ts'
import { toWireId } from './frames/ids.ts'
import type { SdkName } from './sdk/loadSdk.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

interface Place {
  readonly conversationId: string
  readonly type: 'singleChat' | 'groupChat'
}

// The SDK's types have these words as enumerations, which are there in its types alone.
const silence = (connection: object, place: Place): Promise<unknown> =>
  (connection as SdkConnection).setSilentModeForConversation({ ...place, options: { paramType: 0, remindType: 'NONE' } })
const speak = (connection: object, place: Place): Promise<unknown> => (connection as SdkConnection).clearRemindTypeForConversation(place)

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('history and lists, with %s', sdk => {
  it('history goes backwards and forwards in pages, with a cursor that is a message', async () => {
    const { client, backend } = await begin({ sdk })
    const ids = Array.from({ length: 7 }, (_, index) => toWireId(backend.post('alice', direct('bob'), `${index}`).id ?? ''))
    const { connection } = await client('bob')
    const asked = { targetId: 'alice', chatType: 'singleChat', pageSize: 3 } as const
    const texts = ({ messages }: { messages: readonly object[] }) => messages.map(message => 'msg' in message && message.msg)
    const newest = await connection.getHistoryMessages(asked)
    expect(texts(newest)).toEqual(['6', '5', '4'])
    expect(newest).toMatchObject({ isLast: false, cursor: ids[4] })
    const next = await connection.getHistoryMessages({ ...asked, cursor: newest.cursor ?? '' })
    expect(texts(next)).toEqual(['3', '2', '1'])
    const last = await connection.getHistoryMessages({ ...asked, cursor: next.cursor ?? '' })
    expect(texts(last)).toEqual(['0'])
    expect(last.isLast).toBe(true)
    const forwards = await connection.getHistoryMessages({ ...asked, cursor: ids[2] ?? '', searchDirection: 'down' })
    expect(texts(forwards)).toEqual(['3', '4', '5'])
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it asks for the same in an older way, which applications still use
    expect(await connection.fetchHistoryMessages({ queue: 'alice', count: 2 })).toHaveLength(2)
  })

  it('history is searched by kind, time and sender', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', group('42'), 'words')
    backend.post('alice', group('42'), { type: 'location', lat: 1, lng: 2 })
    backend.post('carol', group('42'), 'more words')
    const { connection } = await client('bob')
    const search = async (searchOptions: object) =>
      (await connection.getHistoryMessages({ targetId: '42', chatType: 'groupChat', searchOptions })).messages.map(({ type }) => type)
    expect(await search({ msgTypes: ['loc'] })).toEqual(['loc'])
    expect(await search({ from: 'carol' })).toEqual(['txt'])
    expect(await search({ startTime: Date.now() + 60_000, endTime: Date.now() + 120_000 })).toEqual([])
  })

  it('history tells what became of messages: edits, reactions, receipts; and nothing of what was recalled', async () => {
    const { client, backend } = await begin({ sdk })
    const { id: gone = '' } = backend.post('bob', direct('alice'), 'gone')
    const { id = '' } = backend.post('bob', direct('alice'), 'frist')
    backend.act('bob', 'recall', { target: { id: gone } })
    backend.act('bob', 'edit', { target: { id }, body: { type: 'text', text: 'first' } })
    backend.act('alice', 'react', { target: { id }, emoji: '👍', active: true })
    backend.act('alice', 'markRead', { conversation: direct('bob'), target: { whole: true } })
    const { connection } = await client('bob')
    const { messages } = await connection.getHistoryMessages({ targetId: 'alice', chatType: 'singleChat' })
    expect(messages).toMatchObject([
      {
        msg: 'first',
        modifiedInfo: { operatorId: 'bob' },
        reactions: [{ reaction: '👍', userList: ['alice'], isAddedBySelf: false }],
        isRead: true,
        isDelivered: true,
      },
    ])
  })

  it('the list has what was said last, what is unread and what is pinned, page by page', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', direct('bob'), 'one')
    backend.post('alice', direct('bob'), 'two')
    backend.post('carol', direct('bob'), 'three')
    const [bob, desk] = [await client('bob'), await client('bob', { device: 'bob-desk' })]
    await bob.connection.pinConversation({ conversationId: 'alice', conversationType: 'singleChat', isPinned: true })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'pinnedConversation', conversationId: 'alice' })
    const first = await bob.connection.getServerConversations({ pageSize: 2 })
    expect(first.data?.conversations).toMatchObject([
      { conversationId: 'alice', conversationType: 'singleChat', isPinned: true, unReadCount: 2, lastMessage: { type: 'txt', msg: 'two' } },
      { conversationId: 'carol', isPinned: false, unReadCount: 1, lastMessage: { msg: 'three', from: 'carol', chatType: 'singleChat' } },
    ])
    const second = await bob.connection.getServerConversations({ pageSize: 2, cursor: first.data?.cursor ?? '' })
    expect(second.data).toMatchObject({ conversations: [{ conversationId: '42', conversationType: 'groupChat' }], cursor: '' })
    const pinned = await bob.connection.getServerPinnedConversations({})
    expect(pinned.data?.conversations).toMatchObject([{ conversationId: 'alice' }])
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the oldest of the lists, with names of its own
    const { data } = await bob.connection.getSessionList()
    expect(data).toMatchObject({ channel_infos: [{ channel_id: 'parlance#test_alice@easemob.com', unread_num: 2 }, {}, {}] })
  })

  it('a conversation is removed, with its history or without', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', direct('bob'), 'one')
    backend.post('carol', direct('bob'), 'two')
    const [bob, desk] = [await client('bob'), await client('bob', { device: 'bob-desk' })]
    const history = async (targetId: string) => (await bob.connection.getHistoryMessages({ targetId, chatType: 'singleChat' })).messages
    await bob.connection.deleteConversation({ channel: 'alice', chatType: 'singleChat', deleteRoam: false })
    await bob.connection.deleteConversation({ channel: 'carol', chatType: 'singleChat', deleteRoam: true })
    const { data } = await bob.connection.getServerConversations({ pageSize: 50 })
    expect(data?.conversations.map(({ conversationId }) => conversationId)).toEqual(['42'])
    expect([(await history('alice')).length, (await history('carol')).length]).toEqual([1, 0])
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'deleteConversation', conversationId: 'alice' })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'deleteRoaming', conversationId: 'carol' })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'deleteConversation', conversationId: 'carol' })
  })

  it('a conversation is marked, as its user likes: by nothing else a mark comes or goes', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', direct('bob'), 'one')
    const [bob, desk] = [await client('bob'), await client('bob', { device: 'bob-desk' })]
    const conversations = [
      { conversationId: 'alice', conversationType: 'singleChat' as const },
      { conversationId: '42', conversationType: 'groupChat' as const },
    ]
    const marks = async () => (await bob.connection.getServerConversations({})).data?.conversations.map(one => one.marks)
    for (const mark of [0, 19]) await bob.connection.addConversationMark({ conversations, mark })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({
      operation: 'markConversation',
      conversationId: 'alice',
      conversationType: 'singleChat',
      conversationMark: 0,
    })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({
      conversationId: '42',
      conversationType: 'groupChat',
      conversationMark: 0,
    })
    await bob.connection.send(bob.message({ type: 'channel', chatType: 'singleChat', to: 'alice' }))
    expect(await marks()).toEqual([
      [0, 19],
      [0, 19],
    ])
    await bob.connection.removeConversationMark({ conversations: conversations.slice(0, 1), mark: 0 })
    for (const mark of [19, 19]) expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ conversationMark: mark })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'unMarkConversation', conversationId: 'alice' })
    expect(await marks()).toEqual([[19], [0, 19]])
    expect(bob.waiting('onMultiDeviceEvent')).toBe(0)
  })

  it('a conversation is silenced, and speaks again', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', direct('bob'), 'one')
    const [bob, desk] = [await client('bob'), await client('bob', { device: 'bob-desk' })]
    const { connection } = bob
    const [alice, friends] = [
      { conversationId: 'alice', type: 'singleChat' as const },
      { conversationId: '42', type: 'groupChat' as const },
    ]
    for (const one of [alice, friends]) await silence(connection, one)
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({
      operation: 'setSilentModeForConversation',
      conversationId: 'alice',
      type: 'singleChat',
      data: { type: 'NONE' },
    })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ conversationId: '42', type: 'groupChat' })
    const conversationList = [
      { id: 'alice', type: 'singleChat' },
      { id: 'carol', type: 'singleChat' },
      { id: '42', type: 'groupChat' },
    ]
    const modes = async () => (await connection.getSilentModeForConversations({ conversationList })).data
    expect(await modes()).toEqual({ user: { alice: { type: 'NONE' } }, group: { 42: { type: 'NONE' } } })
    await speak(connection, friends)
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({ operation: 'removeSilentModeForConversation', conversationId: '42' })
    expect(await modes()).toEqual({ user: { alice: { type: 'NONE' } }, group: {} })
    expect(bob.waiting('onMultiDeviceEvent')).toBe(0)
  })

  it('single messages are removed for the one who asks', async () => {
    const { client, backend } = await begin({ sdk })
    const { id = '' } = backend.post('alice', direct('bob'), 'one')
    backend.post('alice', direct('bob'), 'two')
    const [{ connection }, desk] = [await client('bob'), await client('bob', { device: 'bob-desk' })]
    await connection.removeHistoryMessages({ targetId: 'alice', chatType: 'singleChat', messageIds: [toWireId(id)] })
    expect(await desk.next('onMultiDeviceEvent')).toMatchObject({
      operation: 'deleteRoaming',
      conversationId: 'alice',
      chatType: 'singleChat',
    })
    const { messages } = await connection.getHistoryMessages({ targetId: 'alice', chatType: 'singleChat' })
    expect(messages).toMatchObject([{ msg: 'two' }])
    expect(backend.inspect(direct('bob'), 'alice')).toMatchObject([{ deleted: false }, { deleted: false }])
  })
})
