import type { Fact } from '@parlance/core'
import { expect, it } from 'vitest'
import { link, refuse, synced } from '../../test/linked.ts'

const conversation = 'group:42'
const newest = { conversation, count: 2, at: { newest: true } } as const
const pinsIn = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(fact => (fact.type === 'pinned' ? [`${fact.by} ${fact.pinned ? '+' : '-'}${fact.id}`] : []))

const pinned = (id: string, pinTime: number): object => ({
  message: { id, type: 'txt', chatType: 'groupChat', to: '42' },
  operatorId: 'Bob',
  pinTime,
})
const noMessages = { getHistoryMessages: () => Promise.resolve({ messages: [], isLast: true }) }

it('[PIN1] a page that reaches the newest tells of all pins, and of those that were taken away', async () => {
  let pins: readonly object[] = [pinned('9', 9), pinned('8', 8)]
  const one = await synced(
    link({
      ...noMessages,
      getServerPinnedMessages({ cursor }: { readonly cursor: string }) {
        const from = Number(cursor)
        return Promise.resolve({ data: { list: pins.slice(from, from + 1), cursor: from + 1 < pins.length ? String(from + 1) : '' } })
      },
    }),
  )
  expect(pinsIn((await one.transport.history(newest)).facts)).toEqual(['bob +9', 'bob +8'])
  one.sdk.last().happen('onMessagePinEvent', {
    messageId: '7',
    conversationId: '42',
    conversationType: 'groupChat',
    operatorId: 'carol',
    operation: 'pin',
    time: 7,
  })
  pins = [pinned('9', 9)]
  expect(pinsIn((await one.transport.history(newest)).facts)).toEqual(['bob +9', 'bob -8', 'carol -7'])
  expect(pinsIn((await one.transport.history(newest)).facts)).toEqual(['bob +9'])
  const older = await one.transport.history({ conversation, count: 2, at: { before: '00000000000000000009' } })
  expect(pinsIn(older.facts)).toEqual([])
})

it('[RCV3] a page whose pins aren’t told is a page nevertheless', async () => {
  const one = await synced(link({ ...noMessages, getServerPinnedMessages: () => refuse({ type: 53, message: 'service not open!' }) }))
  expect(await one.transport.history(newest)).toEqual({ facts: [], covers: { from: 'start', to: 'live' } })
})
