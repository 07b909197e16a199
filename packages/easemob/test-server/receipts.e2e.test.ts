import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { toWireId } from './frames/ids.ts'
import type { SdkName } from './sdk/loadSdk.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('receipts, with %s', sdk => {
  it('the SDK says by itself that a message was delivered, if it is asked to', async () => {
    const { client } = await begin({ sdk })
    const [alice] = [await client('alice'), await client('bob', { delivery: true })]
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'hello'))
    expect(await alice.next('onDeliveredMessage')).toMatchObject({ mid: serverMsgId, from: 'bob', to: 'alice' })
  })

  it('a message was read; it is unread no more', async () => {
    const { client, backend } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'hello'))
    const { id } = await bob.next('onTextMessage')
    await bob.connection.send(bob.message({ type: 'read', chatType: 'singleChat', to: 'alice', id }))
    expect(await alice.next('onReadMessage')).toMatchObject({ mid: serverMsgId, from: 'bob', to: 'alice' })
    expect(backend.unread('bob', direct('alice'))).toBe(0)
  })

  it('a whole conversation was read: the other one hears it, and the other devices of who read it', async () => {
    const { client, backend } = await begin({ sdk })
    const [alice, bob, desk] = [await client('alice'), await client('bob'), await client('bob', { device: 'bob-desk' })]
    await alice.connection.send(alice.text('bob', 'one'))
    await alice.connection.send(alice.text('bob', 'two'))
    await bob.connection.send(bob.message({ type: 'channel', chatType: 'singleChat', to: 'alice' }))
    expect(await alice.next('onChannelMessage')).toMatchObject({ from: 'bob', to: 'alice' })
    expect(await desk.next('onChannelMessage')).toMatchObject({ from: 'bob', to: 'alice' })
    expect(backend.unread('bob', direct('alice'))).toBe(0)
  })

  it('in a group the sender hears how many have read, with what a reader wrote, and can ask who', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob, carol] = [await client('alice'), await client('bob'), await client('carol')]
    const text = alice.text('42', 'hello', { chatType: 'groupChat', msgConfig: { allowGroupAck: true } })
    const { serverMsgId } = await alice.connection.send(text)
    expect(await bob.next('onTextMessage')).toMatchObject({ msgConfig: { allowGroupAck: true } })
    const receipt = { type: 'read', chatType: 'groupChat', to: '42', id: serverMsgId } as const
    await bob.connection.send(bob.message({ ...receipt, ackContent: 'fine' }))
    expect(await alice.next('onReadMessage')).toMatchObject({
      mid: serverMsgId,
      from: 'bob',
      groupReadCount: { [serverMsgId]: 1 },
      ackContent: 'fine',
    })
    await carol.connection.send(carol.message(receipt))
    expect(await alice.next('onReadMessage')).toMatchObject({ groupReadCount: { [serverMsgId]: 2 } })
    const { data } = await alice.connection.getGroupMsgReadUser({ msgId: serverMsgId, groupId: '42' })
    expect(data).toMatchObject({ total: 2, userlist: ['bob', 'carol'], is_last: true })
  })

  it('counts that came while the sender was away come when he is back', async () => {
    const { client, backend } = await begin({ sdk })
    const { id = '' } = backend.post('alice', group('42'), 'hello', { wantsReadCount: true })
    const bob = await client('bob')
    await bob.next('onTextMessage')
    await bob.connection.send(bob.message({ type: 'read', chatType: 'groupChat', to: '42', id: toWireId(id) }))
    const alice = await client('alice')
    const { location } = await alice.next('onStatisticMessage')
    expect(JSON.parse(location)).toEqual({ group_ack: [{ mid: toWireId(id), count: 1 }] })
  })
})
