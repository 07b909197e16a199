import type { SearchPage, SearchQuery } from '@parlance/core'
import { expect, it } from 'vitest'
import { link, synced } from '../../test/linked.ts'

const conversation = 'group:42'
const message = (id: number, more: object = {}): object => ({
  ...{ id: String(id), type: 'txt', chatType: 'groupChat', from: id % 2 === 0 ? 'bob' : 'carol', to: '42' },
  ...{ msg: `${id}`, ext: {}, time: id, ...more },
})

/** A history that filters nothing, in pages of three, newest first. */
const searching = async (stored: readonly object[], pageSize = 3) => {
  const asked: unknown[] = []
  const one = await synced(
    link({
      getHistoryMessages({ cursor, searchOptions }: { readonly cursor?: string; readonly searchOptions: unknown }) {
        asked.push(searchOptions)
        const rest = stored.filter(one => cursor === undefined || Number(Reflect.get(one, 'id')) < Number(cursor))
        const messages = rest.slice(0, pageSize)
        return Promise.resolve({ messages, cursor: Reflect.get(messages.at(-1) ?? {}, 'id'), isLast: rest.length <= pageSize })
      },
    }),
  )
  const search = async (query: Partial<SearchQuery>): Promise<SearchPage> =>
    (await one.transport.search?.({ conversation, count: 20, ...query })) ?? { messages: [] }
  return { asked, search }
}
const found = ({ messages }: SearchPage): readonly unknown[] => messages.map(({ id }) => id)

it('[SCH1] goes through history newest first, asks Easemob to leave out what it can, and looks at the rest', async () => {
  const parlance = { body: { type: 'unknown', original: {} } }
  const picture = message(4, { type: 'img', url: 'https://example.com/a', filename: 'a', file_length: 1 })
  const { asked, search } = await searching([
    message(5),
    picture,
    message(3),
    message(2, { type: 'custom', ext: { parlance } }),
    message(1),
  ])
  expect(found(await search({ types: ['text'] }))).toEqual(['5', '3', '1'])
  expect(found(await search({ types: ['image', 'custom'] }))).toEqual(['4'])
  expect(found(await search({ types: ['unknown'] }))).toEqual(['2'])
  expect(found(await search({ senders: ['bob'] }))).toEqual(['4', '2'])
  expect(found(await search({ senders: ['bob', 'carol'], since: 2, until: 3 }))).toEqual(['3', '2'])
  expect(found(await search({ until: 1 }))).toEqual(['1'])
  expect(asked.filter((_, index) => index % 2 === 0)).toEqual([
    { msgTypes: ['txt'] },
    { msgTypes: ['img', 'custom'] },
    {},
    { from: 'bob' },
    { startTime: 1, endTime: 4 },
    { startTime: 0, endTime: 2 },
  ])
})

it('[SCH1] goes on where a page ended: where it was full, and where too much had to be looked through', async () => {
  const all = Array.from({ length: 40 }, (_, index) => message(40 - index))
  const { search } = await searching(all)
  const first = await search({ senders: ['bob'], count: 2 })
  expect(found(first)).toEqual(['40', '38'])
  expect(found(await search({ senders: ['bob'], count: 2, cursor: first.next ?? null }))).toEqual(['36', '34'])
  const nothing = await search({ since: 1, until: 5 })
  expect(found(nothing)).toEqual([])
  const rest = await search({ since: 1, until: 5, cursor: nothing.next ?? null })
  expect(found(rest)).toEqual(['5', '4', '3', '2', '1'])
  expect(rest.next).toBeUndefined()
})

it('finds no words', async () => {
  const { search } = await searching([])
  await expect(search({ text: 'lake' })).rejects.toMatchObject({ code: 'unsupported' })
})
