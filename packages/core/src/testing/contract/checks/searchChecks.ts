import type { Json } from '../../../model/json.ts'
import type { SearchBy } from '../../../protocol/capabilities.ts'
import type { SearchPage, SearchQuery } from '../../../protocol/transport.ts'
import { copyJson } from '../../../flow/copyJson.ts'
import type { Pair } from '../casts.ts'
import { outside, pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { byId, draftOf, hear, messagesOf, wordsOf } from '../saying.ts'
import type { Said } from '../saying.ts'
import { sent } from '../saying.ts'
import type { Stage, Talk } from '../stage.ts'
import { between } from '../stage.ts'

type What = Omit<SearchQuery, 'conversation' | 'count' | 'cursor'>

const search = (
  client: Client,
  talk: Talk,
  what: What,
  more: { readonly count?: number; readonly cursor?: Json } = {},
): Promise<SearchPage> =>
  client.ask(transport => present(transport.search?.({ conversation: talk(client), count: 20, ...what, ...more }), 'search'), 'search')

const refusedSearch = (client: Client, talk: Talk, what: What, cursor?: Json): ReturnType<Client['refusal']> =>
  client.refusal(
    transport => transport.search?.({ conversation: talk(client), count: 5, ...what, ...(cursor !== undefined && { cursor }) }),
    'a search',
  )

const found = ({ messages }: SearchPage): readonly (string | undefined)[] => messages.map(({ id }) => id)

const speak = async (client: Client, talk: Talk, text: string): Promise<Said> => {
  const draft = draftOf(client, talk, { body: { type: 'text', text } })
  return sent(client, talk, draft, await client.ask(transport => transport.send(draft), 'send'))
}

/** Two who talk about lakes, and one of them with a third about the same. */
interface Lakes extends Pair {
  /** From alice, bob, alice and bob; the third has other words. */
  readonly all: readonly [Said, Said, Said, Said]
}

const lakes = async (stage: Stage): Promise<Lakes> => {
  const { alice, bob, talk } = await pair(stage)
  const carol = await stage.online('carol')
  await hear(bob, await speak(carol, between(carol, bob), 'another lake'))
  const all = [
    await speak(alice, talk, 'The lake at dawn'),
    await speak(bob, talk, 'by the lake'),
    await speak(alice, talk, 'a walk'),
    await speak(bob, talk, 'lake and hill'),
  ] as const
  await hear(alice, all[3])
  return { alice, bob, talk, all }
}

/** What finds everything that bob said of lakes, whatever else there is. */
const broadly = (by: SearchBy, bob: Client): What => {
  switch (by) {
    case 'text':
      return { text: 'lake' }
    case 'types':
      return { types: ['text'] }
    case 'senders':
      return { senders: [bob.user] }
    case 'times':
      return { since: 0 }
  }
}

const idsOf = (...all: readonly Said[]): string[] => all.map(({ id }) => id)

const ways: Readonly<Record<SearchBy, Draft['play']>> = {
  async text(stage) {
    const { bob, talk, all } = await lakes(stage)
    const [dawn, by, , hill] = all
    demandEqual(found(await search(bob, talk, { text: 'lake' })), idsOf(hill, by, dawn), 'What was found by a word')
    demandEqual(found(await search(bob, talk, { text: 'nobody said this' })), [], 'What was found by words that nobody said')
  },
  async types(stage) {
    const { alice, bob, talk, all } = await lakes(stage)
    const draft = draftOf(alice, talk, { body: { type: 'custom', event: 'lake', data: { depth: 'deep' } } })
    await alice.ask(transport => transport.send(draft), 'send')
    const [dawn, by, walk, hill] = all
    demandEqual(found(await search(bob, talk, { types: ['text'] })), idsOf(hill, walk, by, dawn), 'The texts that were found')
    const { messages } = await search(bob, talk, { types: ['custom', 'location'] })
    demandEqual(
      messages.map(({ body }) => body),
      [draft.body],
      'What was found of two other types',
    )
  },
  async senders(stage) {
    const { alice, bob, talk, all } = await lakes(stage)
    const [dawn, by, walk, hill] = all
    demandEqual(found(await search(bob, talk, { senders: [alice.user] })), idsOf(walk, dawn), 'What was found of one sender')
    demandEqual(found(await search(bob, talk, { senders: [alice.user, bob.user] })), idsOf(hill, walk, by, dawn), 'What was found of two')
  },
  async times(stage) {
    const { bob, talk } = await lakes(stage)
    const stored = (await readMessages(bob, talk)).map(({ id, sentAt }) => ({
      id,
      sentAt: present(sentAt, 'time of a message in history'),
    }))
    const [since, until] = [present(stored[1], 'message').sentAt, present(stored[2], 'message').sentAt]
    const within = (low: number, high: number) => stored.filter(({ sentAt }) => low <= sentAt && sentAt <= high).map(({ id }) => id)
    demandEqual(
      [...found(await search(bob, talk, { since, until }))].sort(),
      within(since, until).sort(),
      'What was found between two times',
    )
    demandEqual([...found(await search(bob, talk, { since }))].sort(), within(since, Infinity).sort(), 'What was found since a time')
    demandEqual([...found(await search(bob, talk, { until }))].sort(), within(0, until).sort(), 'What was found until a time')
  },
}

const byWay = (by: SearchBy, declared: readonly SearchBy[]): Draft =>
  declared.includes(by)
    ? check(`[SCH1] a search by ${by} finds what fits and nothing else, newest first, in one conversation [search: ${by}]`, ways[by])
    : check(`a search by ${by} is refused with unsupported [search: not ${by}]`, async stage => {
        const { bob, talk } = await lakes(stage)
        demandCode(await refusedSearch(bob, talk, broadly(by, bob)), ['unsupported'], `A search by ${by}`)
      })

const every: readonly SearchBy[] = ['text', 'types', 'senders', 'times']

const withSearch = (declared: readonly SearchBy[], first: SearchBy): readonly Draft[] => [
  ...every.map(by => byWay(by, declared)),

  declared.includes('text') && declared.includes('senders')
    ? check('[SCH1] all that is asked for has to fit [search]', async stage => {
        const { alice, bob, talk, all } = await lakes(stage)
        const page = await search(bob, talk, { text: 'lake', senders: [alice.user] })
        demandEqual(found(page), idsOf(all[0]), 'What was found by a word and its sender')
      })
    : notApplying('[SCH1] all that is asked for has to fit [search]', 'the backend doesn’t search by words and senders'),

  check('[SCH1] searching goes on page by page without a hole or a repeat, with cursors that are JSON [search]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const all: Said[] = []
    for (const n of [1, 2, 3, 4, 5]) all.push(await speak(bob, talk, `lake number ${n}`))
    const pages: SearchPage[] = []
    for (let cursor: Json | undefined; pages.length < 5; ) {
      const page: SearchPage = await search(alice, talk, broadly(first, bob), { count: 2, ...(cursor !== undefined && { cursor }) })
      pages.push(page)
      if (page.next === undefined) break
      cursor = copyJson(page.next, 'A cursor')
    }
    demand(
      pages.every(({ messages }) => messages.length <= 2),
      'A page of at most 2 messages has more.',
    )
    demandEqual(pages.flatMap(found), idsOf(...all).reverse(), 'What was found on all pages')
  }),

  check('[SCH1] what was edited is found as it is now, and what was recalled not at all [search]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const [edited, recalled] = [await speak(bob, talk, 'the lake'), await speak(bob, talk, 'a lake')]
    const { edit, recall } = stage.capabilities
    const body = { type: 'text', text: 'lake and river' } as const
    if (edit !== undefined) await bob.ask(transport => present(transport.edit?.(byId(bob, edited), { body }), 'edit'), 'edit')
    if (recall.mode === 'server') await bob.ask(transport => transport.recall(byId(bob, recalled)), 'recall')
    const { messages } = await search(alice, talk, broadly(first, bob))
    demandEqual(
      messages.map(message => wordsOf(message.body)),
      [...(recall.mode === 'server' ? [] : ['a lake']), edit === undefined ? 'the lake' : body.text],
      'The words that were found',
    )
  }),

  check('[SCH1] a search tells nothing but its answer [search]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await speak(bob, talk, 'the lake')
    await hear(alice, said)
    const fresh = await stage.another(alice)
    demandEqual(found(await search(fresh, talk, broadly(first, bob))), idsOf(said), 'What was found')
    await hear(fresh, await speak(bob, talk, 'a river'))
    demandEqual(messagesOf(fresh.events).length, 1, 'The number of messages that came')
  }),

  check('[MEM1] who isn’t in a group can’t search it [search]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    await hear(bob, await speak(alice, talk, 'the lake'))
    const refusal = await refusedSearch(mallory, talk, broadly(first, bob))
    demandCode(refusal, ['notMember', 'forbidden', 'groupNotFound', 'notFound'], 'A search by an outsider')
  }),

  check('a cursor of another kind is refused with invalid [search]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await hear(bob, await speak(alice, talk, 'the lake'))
    for (const cursor of ['rubbish', { no: 'cursor' }, -1]) {
      const refusal = await refusedSearch(alice, talk, broadly(first, bob), cursor)
      demandCode(refusal, ['invalid', 'notFound'], `A search at ${JSON.stringify(cursor)}`)
    }
  }),
]

const withoutSearch = check('search is absent, or refused with unsupported [search: none]', async stage => {
  const { bob, talk } = await lakes(stage)
  if (bob.transport.search === undefined) return
  demandCode(await refusedSearch(bob, talk, {}), ['unsupported'], 'search')
})

export const searchChecks = ({ capabilities: { search: declared = [] } }: ContractBackend): readonly Draft[] => {
  const [first] = declared
  return first === undefined ? [withoutSearch] : withSearch(declared, first)
}
