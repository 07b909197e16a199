import { describe, expect, it } from 'vitest'
import { link, refuse, synced } from '../../test/linked.ts'
import type { Linked } from '../../test/linked.ts'

const conversation = 'direct:bob'
const message = { conversation, localId: '17', body: { type: 'text', text: 'hello' } } as const
const acked = { localMsgId: '17', serverMsgId: '70', message: { time: 5 } }

const parametersOf = ({ sdk }: Linked, name: string): readonly unknown[] =>
  sdk.last().calls.flatMap(({ call, parameters }) => (call === name ? parameters : []))

describe('what is asked of the SDK', () => {
  it('settles, whatever the SDK does: in time, when it is aborted, and when the link is lost', async () => {
    const never = await synced(link())
    const { transport, sdk } = never
    await expect(transport.send(message, { timeoutMs: 5 })).rejects.toMatchObject({ code: 'timeout', effect: 'maybe' })
    const abort = new AbortController()
    const aborted = expect(transport.send(message, { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled', effect: 'maybe' })
    abort.abort()
    await aborted
    const lost = expect(transport.send(message)).rejects.toMatchObject({ code: 'unavailable', effect: 'maybe' })
    sdk.last().happen('onReconnecting')
    await lost
  })

  it('[SND4] goes over no socket that has dropped: the SDK would send it later, by itself', async () => {
    const one = await synced(link({ send: () => Promise.resolve(acked) }))
    Object.assign(one.sdk.last().connection, { opened: false })
    await expect(one.transport.send(message)).rejects.toMatchObject({ code: 'offline', effect: 'none' })
    expect(parametersOf(one, 'send')).toEqual([])
  })

  it('[SND5] is sent again under the same number, after a reload too', async () => {
    for (const one of [
      await synced(link({ send: () => Promise.resolve(acked) })),
      await synced(link({ send: () => Promise.resolve(acked) })),
    ]) {
      await one.transport.send(message)
      expect(parametersOf(one, 'send')).toMatchObject([{ id: '17', ext: { parlance: { id: '17' } } }])
    }
  })

  it('[CON3] with a token that is no longer good is asked again with a fresh one, which all who wait share', async () => {
    let good = false
    const page = { messages: [], isLast: true }
    const one = await synced(
      link({
        getHistoryMessages: () => (good ? Promise.resolve(page) : refuse({ type: 52, message: 'Unable to authenticate (OAuth)' })),
        renewToken() {
          good = true
          return Promise.resolve()
        },
      }),
    )
    const query = { conversation, count: 5, at: { newest: true } } as const
    await Promise.all([1, 2, 3].map(() => one.transport.history(query)))
    expect(one.credentials).toHaveBeenCalledTimes(2)
  })

  it('[RCP6] is a mark on the whole conversation where nothing newer is there, and else one for each message', async () => {
    const one = await synced(link({ send: () => Promise.resolve(acked) }))
    const text = { type: 'txt', chatType: 'singleChat', from: 'bob', to: 'alice', msg: 'x', ext: {} }
    one.sdk.last().happen('onMessage', [
      { ...text, id: '7' },
      { ...text, id: '8' },
    ])
    await one.transport.markRead(conversation, { whole: true, through: '00000000000000000007' })
    await one.transport.markRead(conversation, { whole: true, through: '00000000000000000008' })
    expect(parametersOf(one, 'send')).toMatchObject([
      { type: 'read', ackId: '7', to: 'bob' },
      { type: 'channel', to: 'bob' },
    ])
  })

  it('[RCP4] of a group are receipts for those messages that asked for a count, once, with what is written beside', async () => {
    const one = await synced(link({ send: () => Promise.resolve(acked) }))
    const text = { type: 'txt', chatType: 'groupChat', from: 'bob', to: '42', msg: 'x', ext: {} }
    one.sdk.last().happen('onMessage', [
      { ...text, id: '7', msgConfig: { allowGroupAck: true } },
      { ...text, id: '8' },
    ])
    for (let again = 0; again < 2; again++) await one.transport.markRead('group:42', { whole: true }, { content: 'Seen' })
    expect(parametersOf(one, 'send')).toMatchObject([
      { type: 'read', chatType: 'groupChat', ackId: '7', to: '42', ackContent: 'Seen' },
      { type: 'channel', chatType: 'groupChat', to: '42' },
      { type: 'channel', chatType: 'groupChat', to: '42' },
    ])
  })

  it('[RCP7] are delivery acks for what came between two, once each, and none in groups', async () => {
    const one = await synced(link({ send: () => Promise.resolve(acked) }))
    const text = { type: 'txt', chatType: 'singleChat', from: 'bob', to: 'alice', msg: 'x', ext: {} }
    one.sdk.last().happen('onMessage', [
      { ...text, id: '7' },
      { ...text, id: '8' },
      { ...text, id: '9' },
    ])
    const upTo = { upTo: { id: '8', position: '00000000000000000008' } }
    await one.transport.markDelivered?.(conversation, upTo)
    await one.transport.markDelivered?.(conversation, upTo)
    await one.transport.markDelivered?.('group:42', upTo)
    expect(parametersOf(one, 'send')).toMatchObject([
      { type: 'delivery', ackId: '7' },
      { type: 'delivery', ackId: '8' },
    ])
  })

  it('is history by the SDK’s own cursor, never the one that mixes up a user and a group of one name', async () => {
    const text = { id: '8', type: 'txt', chatType: 'groupChat', from: 'bob', to: '9001', msg: 'x', ext: {}, time: 5 }
    const one = await synced(link({ getHistoryMessages: () => Promise.resolve({ messages: [text], cursor: '8', isLast: false }) }))
    const page = await one.transport.history({ conversation: 'group:9001', count: 1, at: { newest: true } })
    expect(page).toMatchObject({ covers: { from: '00000000000000000008', to: 'live' } })
    await one.transport.history({ conversation: 'group:9001', count: 1, at: { before: '00000000000000000008' } })
    expect(parametersOf(one, 'getHistoryMessages')).toEqual([
      { targetId: '9001', chatType: 'groupChat', pageSize: 1, searchDirection: 'up' },
      { targetId: '9001', chatType: 'groupChat', pageSize: 1, searchDirection: 'up', cursor: '8' },
    ])
    expect(parametersOf(one, 'fetchHistoryMessages')).toEqual([])
  })

  it('[LNK1] forgets what a page has shown the SDK, which would leave it out when it comes', async () => {
    const seen = [{ msgId: '8' }]
    const one = await synced(link({ getHistoryMessages: () => Promise.resolve({ messages: [], isLast: true }) }))
    Object.assign(one.sdk.last().connection, { _load_msg_cache: seen })
    await one.transport.history({ conversation, count: 1, at: { newest: true } })
    expect(seen).toEqual([])
  })

  it('[LNK1] waits with an ack for what the SDK is still fetching, and forgets that when the socket drops', async () => {
    const queues: unknown[] = [{ name: 'bob' }]
    const one = await synced(link({ send: () => Promise.resolve(acked) }))
    Object.assign(one.sdk.last().connection, { _queues: queues })
    let isAcked = false
    const sending = one.transport.send(message).then(() => {
      isAcked = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isAcked).toBe(false)
    queues.pop()
    await sending
    queues.push({ name: 'bob' })
    one.sdk.last().happen('onReconnecting')
    expect(queues).toEqual([])
  })
})
