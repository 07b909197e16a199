import type { TransportEvent } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { link, synced } from '../../test/linked.ts'
import type { Linked } from '../../test/linked.ts'
import type { SdkEvent } from '../sdk/handler.ts'

const text = (id: string, more: object = {}): object => ({
  id,
  type: 'txt',
  chatType: 'singleChat',
  from: 'bob',
  to: 'alice',
  msg: 'hello',
  ext: {},
  time: 5,
  ...more,
})
const inGroup = { chatType: 'groupChat', to: '42' }

/** What comes of an event, after some messages that came by. */
const told = async (event: SdkEvent, payload: unknown, ...before: readonly object[]): Promise<readonly TransportEvent[]> => {
  const { sdk, events } = await linked(before)
  const since = events.length
  sdk.last().happen(event, payload)
  return events.slice(since)
}

const linked = async (before: readonly object[]): Promise<Linked> => {
  const one = await synced(link())
  if (before.length > 0) one.sdk.last().happen('onMessage', before)
  return one
}

describe('events that don’t say in which kind of conversation', () => {
  it('[RCP2] read and delivered receipts find it by the message', async () => {
    for (const [event, kind] of [
      ['onReadMessage', 'read'],
      ['onDeliveredMessage', 'delivered'],
    ] as const) {
      const mine = text('7', { from: 'alice', to: '42', chatType: 'groupChat' })
      expect(await told(event, { mid: '7', from: 'bob', to: 'alice' }, mine)).toEqual([
        { type: 'receipt', origin: 'live', conversation: 'group:42', user: 'bob', kind, target: { exactly: [{ id: '7' }] } },
      ])
    }
  })

  it('[RCP3] without the message at hand they name it by its id alone', async () => {
    expect(await told('onReadMessage', { mid: '7', from: 'bob', to: 'alice' })).toEqual([
      { type: 'receipt', origin: 'live', user: 'bob', kind: 'read', target: { exactly: [{ id: '7' }] } },
    ])
  })

  it('[RCL3] a recall is its author’s, or else a moderator’s', async () => {
    const recall = (from: string): object => ({ mid: '7', from, to: '42' })
    expect(await told('onRecallMessage', recall('bob'), text('7', inGroup))).toEqual([
      { type: 'recalled', origin: 'live', target: { id: '7', conversation: 'group:42' }, by: 'bob', as: 'author' },
    ])
    expect(await told('onRecallMessage', recall('admin'), text('7', inGroup))).toMatchObject([{ by: 'admin', as: 'moderator' }])
  })

  it('[UNR4] a mark on a whole conversation is for a group where it names one, though it says singleChat', async () => {
    const mark = (from: string, to: string): object => ({ id: '9', type: 'channel', chatType: 'singleChat', from, to })
    const conversationOf = async (from: string, to: string): Promise<unknown> =>
      (await told('onChannelMessage', mark(from, to), text('7', inGroup))).map(event => 'conversation' in event && event.conversation)
    expect(await conversationOf('bob', 'alice')).toEqual(['direct:bob'])
    expect(await conversationOf('bob', '42')).toEqual(['group:42'])
    expect(await conversationOf('alice', '42')).toEqual(['group:42'])
    expect(await conversationOf('alice', 'bob')).toEqual(['direct:bob'])
  })

  it('[PIN1] a pin by another device of mine, which names me, finds its conversation by the message', async () => {
    const pin = { messageId: '7', conversationId: 'alice', conversationType: 'singleChat', operatorId: 'alice', operation: 'pin', time: 5 }
    expect(await told('onMessagePinEvent', pin, text('7'))).toMatchObject([
      { type: 'pinned', conversation: 'direct:bob', id: '7', by: 'alice' },
    ])
  })
})

describe('read counts', () => {
  it('[RCP4] come as a map of messages, beside the receipt that changed them', async () => {
    const read = { mid: '7', from: 'bob', to: 'alice', groupReadCount: { 7: 2, 8: 1 }, ackContent: 'Seen' }
    expect(await told('onReadMessage', read)).toEqual([
      { type: 'receipt', origin: 'live', user: 'bob', kind: 'read', target: { exactly: [{ id: '7' }] }, content: 'Seen' },
      { type: 'readCount', origin: 'live', target: { id: '7' }, read: 2 },
      { type: 'readCount', origin: 'live', target: { id: '8' }, read: 1 },
    ])
  })

  it('[RCP4] of an absence come as JSON in a statistic, in either shape', async () => {
    for (const acks of [[{ mid: '7', count: 3 }], [{ 7: 3 }], { 7: 3 }]) {
      const payload = { operation: 0, location: JSON.stringify({ group_ack: acks }) }
      expect(await told('onStatisticMessage', payload)).toEqual([{ type: 'readCount', origin: 'live', target: { id: '7' }, read: 3 }])
    }
  })
})

describe('messages', () => {
  it('of other clients are read by Easemob’s own fields: sound in seconds, films in milliseconds', async () => {
    const file = { url: 'https://example.com/a', filename: 'a', filetype: 'x/y', file_length: 9, length: 3 }
    const bodies = (await told('onMessage', [text('1', { type: 'audio', ...file }), text('2', { type: 'video', ...file })])).map(
      event => event.type === 'message' && event.message.body,
    )
    const attachment = { name: 'a', mime: 'x/y', size: 9, url: 'https://example.com/a' }
    expect(bodies).toEqual([
      { type: 'audio', attachment, durationMs: 3_000 },
      { type: 'video', attachment, durationMs: 3 },
    ])
  })

  it('[RCV8] that the adapter doesn’t know are unknown, whole', async () => {
    expect(await told('onMessage', [text('1', { type: 'combine', title: 'Old talk' })])).toMatchObject([
      { message: { body: { type: 'unknown', original: { type: 'combine', title: 'Old talk' } } } },
    ])
  })

  it('[RCV8] that can’t be read leave the others of their batch alone', async () => {
    expect((await told('onMessage', [{}, text('1'), null, text('2')])).map(({ type }) => type)).toEqual([
      'fault',
      'message',
      'fault',
      'message',
    ])
  })

  it('[RCV1] that come again after a new login are left out', async () => {
    expect(await told('onMessage', [text('7')], text('7'))).toEqual([])
  })

  it('[ID3] to myself name a device beside me, which is no part of my name', async () => {
    const self = text('7', { from: 'alice/web_1', to: 'alice/web_2' })
    expect(await told('onMessage', [self])).toMatchObject([{ message: { from: 'alice', conversation: 'direct:alice' } }])
  })

  it('[ID3] have ids in lower case, as history wants them', async () => {
    expect(await told('onMessage', [text('7', { from: 'Bob' })])).toMatchObject([{ message: { from: 'bob', conversation: 'direct:bob' } }])
  })

  it('that waited for this device are no news, if Easemob says so or while the SDK fetches them', async () => {
    const { sdk, events } = await linked([])
    sdk.last().happen('onMessage', [text('1', { onlineState: 0 })])
    sdk.last().happen('onOfflineMessageSyncStart')
    sdk.last().happen('onMessage', [text('2', { onlineState: 3 }), text('3', { onlineState: 1 })])
    sdk.last().happen('onOfflineMessageSyncFinish')
    sdk.last().happen('onMessage', [text('4')])
    expect(events.flatMap(event => (event.type === 'message' ? [event.origin] : []))).toEqual(['catchup', 'catchup', 'live', 'live'])
  })
})

describe('people', () => {
  it('[PRS1] of an event about several have their devices mixed up, and are asked about', async () => {
    const answer = {
      data: {
        result: [
          { uid: 'bob', status: { web: '0' } },
          { uid: 'carol', status: { web: '1' } },
        ],
      },
    }
    const one = await synced(
      link({
        subscribePresence: () => Promise.resolve({}),
        unsubscribePresence: () => Promise.resolve({}),
        getPresenceStatus: () => Promise.resolve(answer),
      }),
    )
    await one.transport.presence?.watch(['bob', 'carol'])
    const devices = [{ device: 'web', status: 1 }]
    one.sdk.last().happen('onPresenceStatusChange', [
      { userId: 'bob', statusDetails: devices },
      { userId: 'carol', statusDetails: devices },
    ])
    await expect
      .poll(() => one.events.filter(({ type }) => type === 'presence'))
      .toMatchObject([
        { user: 'bob', presence: { state: 'offline' } },
        { user: 'carol', presence: { state: 'online' } },
      ])
  })

  it('[GRP1] who is removed is told by the older of two events, which alone says who it is', async () => {
    const before = { type: 'removedFromGroup', gid: '42', from: 'bob', to: 'carol', chatroom: false }
    expect(await told('onGroupChange', before)).toEqual([
      { type: 'membership', origin: 'live', membership: { conversation: 'group:42', user: 'carol', state: 'removed', by: 'bob' } },
    ])
    expect(await told('onGroupEvent', { operation: 'removeMember', id: '42', from: 'bob' })).toEqual([])
  })
})
