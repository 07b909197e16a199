import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { toWireId } from './frames/ids.ts'
import type { SdkName } from './sdk/loadSdk.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('what becomes of a message, with %s', sdk => {
  it('it is recalled within the time for it, for all devices but the one that did it', async () => {
    const { client } = await begin({ sdk })
    const [alice, desk, bob] = [await client('alice'), await client('alice', { device: 'alice-desk' }), await client('bob')]
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'oops'))
    await alice.connection.recallMessage({ mid: serverMsgId, to: 'bob', chatType: 'singleChat', ext: 'why' })
    const told = { mid: serverMsgId, from: 'alice', to: 'bob' }
    expect(await bob.next('onRecallMessage')).toMatchObject({ ...told, ext: 'why' })
    expect(await desk.next('onRecallMessage')).toMatchObject(told)
    expect(alice.waiting('onRecallMessage')).toBe(0)
  })

  it('past that time it is not', async () => {
    const { client } = await begin({ sdk, policy: { recall: { windowMs: -1 } } })
    const alice = await client('alice')
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'oops'))
    await expect(alice.connection.recallMessage({ mid: serverMsgId, to: 'bob', chatType: 'singleChat' })).rejects.toMatchObject({
      type: 504,
    })
  })

  it('it is edited, with what is beside it or without', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'frist', { ext: { a: 1 } }))
    const answer = await alice.connection.modifyMessage({ messageId: serverMsgId, modifiedMessage: alice.text('bob', 'first') })
    expect(answer.message).toMatchObject({ msg: 'first', modifiedInfo: { operatorId: 'alice', operationCount: 1 } })
    expect(await bob.next('onModifiedMessage')).toMatchObject({
      id: serverMsgId,
      chatType: 'singleChat',
      from: 'alice',
      msg: 'first',
      modifiedInfo: { operatorId: 'alice' },
    })
    await alice.connection.modifyMessage({ messageId: serverMsgId, modifiedMessage: alice.text('bob', 'First', { ext: { a: 2 } }) })
    expect(await bob.next('onModifiedMessage')).toMatchObject({ msg: 'First', ext: { a: 2 } })
  })

  it('somebody reacts to it, and takes that back', async () => {
    const { client, backend } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'hello'))
    await bob.connection.addReaction({ messageId: serverMsgId, reaction: '👍' })
    expect(await alice.next('onReactionChange')).toMatchObject({
      messageId: serverMsgId,
      chatType: 'singleChat',
      reactions: [{ reaction: '👍', count: 1, userList: ['bob'], op: [{ operator: 'bob', reactionType: 'create' }] }],
    })
    const detail = await bob.connection.getReactionDetail({ messageId: serverMsgId, reaction: '👍' })
    expect(detail.data).toMatchObject({ isAddedBySelf: true, userList: ['bob'] })
    await bob.connection.deleteReaction({ messageId: serverMsgId, reaction: '👍' })
    expect(await alice.next('onReactionChange')).toMatchObject({
      reactions: [{ reaction: '👍', count: 0, op: [{ operator: 'bob', reactionType: 'delete' }] }],
    })
    expect(bob.waiting('onReactionChange')).toBe(0)
    expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(1)
  })

  it('it is pinned for all', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { serverMsgId } = await alice.connection.send(alice.text('42', 'rules', { chatType: 'groupChat' }))
    await alice.connection.pinMessage({ conversationType: 'groupChat', conversationId: '42', messageId: serverMsgId })
    const told = { messageId: serverMsgId, conversationId: '42', conversationType: 'groupChat', operatorId: 'alice' }
    expect(await bob.next('onMessagePinEvent')).toMatchObject({ ...told, operation: 'pin' })
    const pins = await bob.connection.getServerPinnedMessages({ conversationType: 'groupChat', conversationId: '42' })
    expect(pins.data?.list).toMatchObject([{ operatorId: 'alice', message: { id: serverMsgId, msg: 'rules' } }])
    await alice.connection.unpinMessage({ conversationType: 'groupChat', conversationId: '42', messageId: serverMsgId })
    expect(await bob.next('onMessagePinEvent')).toMatchObject({ ...told, operation: 'unpin' })
  })

  it('the server replaces what is in it, and tells its sender', async () => {
    const { client } = await begin({ sdk, policy: { content: [{ match: 'damn', replace: '***' }] } })
    const [alice, bob] = [await client('alice', { replaced: true }), await client('bob')]
    const { message } = await alice.connection.send(alice.text('bob', 'damn it'))
    expect(message).toMatchObject({ msg: '*** it' })
    expect(await bob.next('onTextMessage')).toMatchObject({ msg: '*** it' })
    expect(bob.waiting('onModifiedMessage')).toBe(0)
  })

  it('recalled while nobody was there, it is told as recalled only', async () => {
    const { client, backend } = await begin({ sdk })
    const { id = '' } = backend.post('alice', direct('bob'), 'oops')
    backend.act('alice', 'recall', { target: { id } })
    const bob = await client('bob')
    expect(await bob.next('onRecallMessage')).toMatchObject({ mid: toWireId(id) })
    expect(bob.waiting('onTextMessage')).toBe(0)
  })
})
