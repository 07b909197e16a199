import { direct, group, room } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { toWireId } from './frames/ids.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe('what is asked for less often', () => {
  it('a password is good for a login, where it is the token', async () => {
    const { sdk, server } = await begin()
    const { appKey, url, apiUrl } = server
    const connection = new sdk.connection({ appKey, url, apiUrl, isHttpDNS: false, isFixedDeviceId: false, deviceId: 'phone' })
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- applications that were made before tokens log in like this
    const open = (pwd: string) => connection.open({ user: 'alice', pwd })
    await open(server.token('alice'))
    expect(connection.isOpened()).toBe(true)
    connection.close()
    await expect(open('wrong')).rejects.toMatchObject({ type: 1 })
  })

  it('the older list, page by page', async () => {
    const { client, backend } = await begin()
    backend.post('carol', direct('alice'), { type: 'custom', event: 'poll', data: { question: 'tea?' } })
    const { connection } = await client('alice')
    const { data } = await connection.getConversationlist({ pageNum: 1, pageSize: 1 })
    expect(data?.channel_infos).toMatchObject([{ unread_num: 1, lastMessage: { type: 'custom', customEvent: 'poll' } }])
  })

  it('reactions to some messages', async () => {
    const { client, backend } = await begin()
    const { id = '' } = backend.post('bob', group('42'), 'hello')
    backend.act('alice', 'react', { target: { id }, emoji: '👍', active: true })
    const { connection } = await client('alice')
    const { data } = await connection.getReactionlist({ chatType: 'groupChat', messageId: [toWireId(id)], groupId: '42' })
    expect(data).toMatchObject([{ msgId: toWireId(id), reactionList: [{ reaction: '👍', count: 1, isAddedBySelf: true }] }])
  })

  it('history is deleted up to a moment', async () => {
    const { client, backend } = await begin()
    backend.post('bob', group('42'), 'hello')
    const { connection } = await client('alice')
    await connection.removeHistoryMessages({ targetId: '42', chatType: 'groupChat', beforeTimeStamp: Date.now() + 60_000 })
    const { messages } = await connection.getHistoryMessages({ targetId: '42', chatType: 'groupChat' })
    expect(messages).toEqual([])
  })

  it('contacts by pages, and what is known of their presence', async () => {
    const { client, backend } = await begin()
    for (const user of ['bob', 'carol']) {
      backend.act('alice', 'addContact', { user })
      backend.act(user, 'acceptContact', { user: 'alice' })
    }
    const { connection } = await client('alice')
    const first = await connection.getContactsWithCursor({ pageSize: 1 })
    expect(first.data).toMatchObject({ contacts: [{ userId: 'bob' }] })
    const second = await connection.getContactsWithCursor({ pageSize: 1, cursor: first.data?.cursor ?? '' })
    expect(second.data).toMatchObject({ contacts: [{ userId: 'carol' }], cursor: '' })
    await connection.subscribePresence({ usernames: ['bob', 'carol'], expiry: 3_600 })
    await connection.unsubscribePresence({ usernames: ['carol'] })
    const { data } = await connection.getSubscribedPresencelist({ pageNum: 1, pageSize: 10 })
    expect(data).toMatchObject({ result: { totalnum: 1, sublist: [{ uid: 'bob' }] } })
    expect((await connection.getPresenceStatus({ usernames: ['carol'] })).data).toMatchObject({ result: [{ uid: 'carol' }] })
  })

  it('groups and rooms: which one is in, and who else', async () => {
    const { client, backend, server } = await begin()
    backend.setRole(group('42'), 'bob', 'admin')
    backend.addMember(room('7'), 'carol')
    backend.mute(room('7'), 'carol')
    const { connection } = await client('alice')
    const joined = await connection.getJoinedGroups({ pageNum: 0, pageSize: 10, needAffiliations: true })
    expect(joined.entities).toMatchObject([{ groupId: '42', groupName: 'Friends', affiliationsCount: 3 }])
    expect((await connection.getGroupAdmin({ groupId: '42' })).data).toEqual(['bob'])
    expect((await connection.getChatRoomMutelist({ chatRoomId: '7' })).data).toMatchObject([{ user: 'carol' }])
    expect((await connection.getGroupInfo({ groupId: '42' })).data).toMatchObject([
      { name: 'Friends', owner: 'alice', affiliations_count: 3 },
    ])
    const rooms = await connection.getJoinedChatRooms({ pageNum: 1, pageSize: 10 })
    expect(rooms.data).toMatchObject([{ id: '7', name: 'Hall' }])
    const created = await connection.createChatRoom({ name: 'Attic', description: '', maxusers: 10, members: ['bob'] })
    const chatRoomId = created.data?.id ?? ''
    const members = await connection.getChatRoomMembers({ chatRoomId, limit: 10 })
    expect(members.data?.members).toMatchObject([
      { userId: 'alice', role: 'owner' },
      { userId: 'bob', role: 'member' },
    ])
    await connection.destroyChatRoom({ chatRoomId, token: server.token('alice') })
    await expect(connection.getChatRoomDetails({ chatRoomId })).rejects.toMatchObject({ type: 705 })
  })

  it('what this server does not know is refused as a service that is not open', async () => {
    const { client } = await begin()
    const { connection } = await client('alice')
    await expect(connection.getSupportedLanguages()).rejects.toMatchObject({ type: 505 })
  })
})
