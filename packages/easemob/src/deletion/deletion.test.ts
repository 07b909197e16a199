import type { TransportEvent } from '@parlance/core'
import { expect, it, vi } from 'vitest'
import { link, synced } from '../../test/linked.ts'
import type { Linked } from '../../test/linked.ts'

const text = (id: number): object => ({
  id: String(id),
  type: 'txt',
  chatType: 'singleChat',
  from: 'bob',
  to: 'alice',
  msg: 'x',
  ext: {},
  time: id,
})
const thinned = { operation: 'deleteRoaming', conversationId: 'bob', chatType: 'singleChat', resource: 'tablet' }
const deletions = ({ events }: Linked): readonly unknown[] =>
  events.flatMap(event => (event.type === 'deleted' && 'exactly' in event.target ? [event.target.exactly.map(({ id }) => id)] : []))

/** A history that gives its messages in pages of three, newest first. */
const history = (stored: Set<number>) => ({
  getHistoryMessages({ cursor, searchDirection }: { readonly cursor?: string; readonly searchDirection: string }) {
    const all = [...stored].sort((a, b) => (searchDirection === 'up' ? b - a : a - b))
    const rest = all.filter(id => cursor === undefined || id < Number(cursor))
    const page = rest.slice(0, 3)
    return Promise.resolve({ messages: page.map(text), cursor: page.at(-1)?.toString(), isLast: rest.length <= 3 })
  },
})

it('[DEL1] what another device of mine deleted is what came by and is stored no more, however far down; what was recalled isn’t', async () => {
  const stored = new Set(Array.from({ length: 10 }, (_, index) => index + 1))
  const one = await synced(link(history(stored)))
  const happen = one.sdk.last().happen
  happen('onMessage', [...stored].filter(id => id > 1).map(text))
  happen('onRecallMessage', { mid: '5', from: 'bob', to: 'alice' })
  for (const id of [1, 3, 5, 10]) stored.delete(id)
  happen('onMultiDeviceEvent', thinned)
  await vi.waitFor(() => expect(deletions(one)).toEqual([['3', '10']]))
  stored.delete(7)
  happen('onMultiDeviceEvent', thinned)
  await vi.waitFor(() => expect(deletions(one)).toEqual([['3', '10'], ['7']]))
})

it('[DEL1] many deletions at once are looked for together, and none is missed', async () => {
  const stored = new Set([1, 2, 3, 4])
  const one = await synced(link(history(stored)))
  const happen = one.sdk.last().happen
  happen('onMessage', [...stored].map(text))
  for (const id of [2, 3, 4]) {
    stored.delete(id)
    happen('onMultiDeviceEvent', thinned)
  }
  await vi.waitFor(() => expect(deletions(one).flat()).toEqual(['2', '3', '4']))
  expect(one.sdk.last().calls.filter(({ call }) => call === 'getHistoryMessages').length).toBeLessThanOrEqual(2)
})

it('[DEL1] in rooms as in groups, which Easemob calls them', async () => {
  const inRoom = (id: number): object => ({ ...text(id), chatType: 'chatRoom', to: '7' })
  const stored = new Set([1, 2])
  const one = await synced(link({ ...history(stored), removeHistoryMessages: () => Promise.resolve() }))
  const happen = one.sdk.last().happen
  happen('onMessage', [...stored].map(inRoom))
  await one.transport.delete?.({ id: '1' })
  expect(one.sdk.last().calls.at(-1)).toEqual({
    call: 'removeHistoryMessages',
    parameters: [{ targetId: '7', chatType: 'chatRoom', messageIds: ['1'] }],
  })
  stored.clear()
  happen('onMultiDeviceEvent', { ...thinned, conversationId: '7', chatType: 'groupChat' })
  await vi.waitFor(() => expect(one.events.at(-1)).toMatchObject({ conversation: 'room:7', target: { exactly: [{ id: '2' }] } }))
})

it('[RCV8] a deletion of which nothing can be found out is a fault', async () => {
  const one = await synced(link({ getHistoryMessages: () => Promise.reject(new Error('down')) }))
  one.sdk.last().happen('onMessage', [text(1)])
  one.sdk.last().happen('onMultiDeviceEvent', thinned)
  await vi.waitFor(() => expect(one.events.at(-1)).toMatchObject({ type: 'fault', error: { code: 'protocol' } }))
})

it('[CNV3] a conversation that another device removed took its history along if nothing of before is stored any more', async () => {
  const removals = async (...stored: readonly number[]): Promise<readonly TransportEvent[]> => {
    const one = await synced(link(history(new Set(stored))))
    one.sdk.last().happen('onMultiDeviceEvent', {
      operation: 'deleteConversation',
      conversationId: 'bob',
      conversationType: 'singleChat',
      timestamp: 5,
    })
    await vi.waitFor(() => expect(one.events.at(-1)).toMatchObject({ type: 'conversationRemoved' }))
    return one.events.slice(-1)
  }
  expect(await removals()).toMatchObject([{ conversation: 'direct:bob', withHistory: true }])
  expect(await removals(6, 7)).toMatchObject([{ withHistory: true }])
  expect(await removals(4, 6)).toMatchObject([{ withHistory: false }])
})
