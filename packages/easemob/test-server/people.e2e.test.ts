import { group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { SdkName } from './sdk/loadSdk.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('people, with %s', sdk => {
  it('somebody asks, and is accepted; then it ends', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    await alice.connection.addContact('bob', 'Hi!')
    expect(await bob.next('onContactInvited')).toMatchObject({ from: 'alice', to: 'bob', status: 'Hi!' })
    await bob.connection.acceptContactInvite('alice')
    expect(await alice.next('onContactAgreed')).toMatchObject({ from: 'bob' })
    expect((await alice.connection.getAllContacts()).data).toEqual([{ userId: 'bob', remark: '' }])
    await alice.connection.deleteContact('bob')
    expect(await bob.next('onContactDeleted')).toMatchObject({ from: 'alice' })
  })

  it('somebody asks, and is declined', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    await alice.connection.addContact('bob', 'Hi!')
    await bob.next('onContactInvited')
    await bob.connection.declineContactInvite('alice')
    expect(await alice.next('onContactRefuse')).toMatchObject({ from: 'bob' })
  })

  it('who is blocked is on the list, and cannot write', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    await alice.connection.addUsersToBlocklist({ name: ['bob'] })
    expect((await alice.connection.getBlocklist()).data).toEqual(['bob'])
    await expect(bob.connection.send(bob.text('alice', 'hello'))).rejects.toMatchObject({ type: 603 })
    await alice.connection.removeUserFromBlocklist({ name: ['bob'] })
    await bob.connection.send(bob.text('alice', 'hello'))
  })

  it('presence is told to who subscribed to it', async () => {
    const { client } = await begin({ sdk })
    const alice = await client('alice')
    const { data } = await alice.connection.subscribePresence({ usernames: ['bob'], expiry: 3_600 })
    expect(data).toMatchObject({ result: [{ uid: 'bob', status: { device: '0' } }] })
    const bob = await client('bob')
    expect(await alice.next('onPresenceStatusChange')).toMatchObject([{ userId: 'bob', statusDetails: [{ status: 1 }] }])
    await bob.connection.publishPresence({ description: 'At lunch' })
    expect(await alice.next('onPresenceStatusChange')).toMatchObject([{ userId: 'bob', ext: 'At lunch' }])
    bob.close()
    expect(await alice.next('onPresenceStatusChange')).toMatchObject([{ userId: 'bob', statusDetails: [{ status: 0 }] }])
  })

  it('names and pictures are there by id', async () => {
    const { client } = await begin({
      sdk,
      users: ['alice', { id: 'bob', name: 'Bob B.', avatar: 'https://a.example/b.png' }],
      groups: [],
      rooms: [],
    })
    const alice = await client('alice')
    const { data } = await alice.connection.fetchUserInfoById(['bob'])
    expect(data).toEqual({ bob: { nickname: 'Bob B.', avatarurl: 'https://a.example/b.png' } })
  })
})

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('groups, with %s', sdk => {
  it('one is founded, renamed, governed and dissolved; its members hear of it', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob, carol] = [await client('alice'), await client('bob'), await client('carol')]
    const created = await alice.connection.createGroupVNext({ groupName: 'New', members: ['bob'] })
    const groupId = created.data?.groupId ?? ''
    const heard = async (who: typeof bob, operation: string) => {
      for (;;) {
        const event = await who.next('onGroupEvent')
        if (event.operation === operation) return event
      }
    }
    expect(await heard(bob, 'directJoined')).toMatchObject({ id: groupId, name: 'New' })
    await alice.connection.inviteUsersToGroup({ groupId, users: ['carol'] })
    expect(await heard(bob, 'memberPresence')).toMatchObject({ id: groupId, from: 'carol' })
    await heard(carol, 'directJoined')
    await alice.connection.modifyGroup({ groupId, groupName: 'Newer' })
    expect(await heard(bob, 'updateInfo')).toMatchObject({ detail: { name: 'Newer' } })
    await alice.connection.setGroupAdmin({ groupId, username: 'bob' })
    expect(await heard(carol, 'setAdmin')).toMatchObject({ userId: 'bob' })
    await alice.connection.muteGroupMember({ groupId, username: 'carol', muteDuration: -1 })
    expect(await heard(carol, 'muteMember')).toMatchObject({ userId: 'carol' })
    const { data } = await bob.connection.getGroupMembers({ groupId, limit: 10 })
    expect(data?.members.map(({ userId, role }) => [userId, role])).toEqual([
      ['alice', 'owner'],
      ['bob', 'admin'],
      ['carol', 'member'],
    ])
    await alice.connection.removeGroupMember({ groupId, username: 'carol' })
    expect(await heard(carol, 'removeMember')).toMatchObject({ id: groupId })
    await alice.connection.changeGroupOwner({ groupId, newOwner: 'bob' })
    await heard(bob, 'changeOwner')
    await alice.connection.leaveGroup({ groupId })
    expect(await heard(bob, 'memberAbsence')).toMatchObject({ from: 'alice' })
    await bob.connection.destroyGroup({ groupId })
    await expect(bob.connection.getGroupInfo({ groupId })).rejects.toMatchObject({ type: 605 })
  })

  it('who is invited is asked first, where that is the way', async () => {
    const { client, backend } = await begin({ sdk, policy: { invitations: true } })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { data } = await alice.connection.createGroupVNext({ groupName: 'New', members: ['bob'] })
    const groupId = data?.groupId ?? ''
    expect(await bob.next('onGroupEvent')).toMatchObject({ operation: 'inviteToJoin', id: groupId })
    await bob.connection.acceptGroupInvite({ groupId, invitee: 'bob' })
    expect(await alice.next('onGroupEvent')).toMatchObject({ operation: 'acceptInvite', from: 'bob' })
    expect(backend.act('alice', 'members', { conversation: group(groupId), count: 10 }).members).toHaveLength(2)
  })

  it('a room is entered and left, and one that is not there is told to be so', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const joined = await bob.connection.joinChatRoom({ roomId: '7' })
    expect(joined.data).toMatchObject({ result: true, info: { memberCount: 2 } })
    expect(await alice.next('onChatroomEvent')).toMatchObject({ operation: 'memberPresence', id: '7', from: 'bob' })
    await bob.connection.leaveChatRoom({ roomId: '7' })
    expect(await alice.next('onChatroomEvent')).toMatchObject({ operation: 'memberAbsence', from: 'bob' })
    await expect(bob.connection.joinChatRoom({ roomId: '99' })).rejects.toMatchObject({ type: 705 })
  })
})
