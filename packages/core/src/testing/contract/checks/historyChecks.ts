import { copyJson } from '../../../flow/copyJson.ts'
import { pair, pairAndTablet } from '../casts.ts'
import type { Pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { demandJoined, demandNoRepeat, demandSound, placeOf, placesOf } from '../paging.ts'
import { readPage, readPages } from '../reading.ts'
import type { Said } from '../saying.ts'
import { draftOf, messagesOf, say, sayMany, sent } from '../saying.ts'
import type { Stage } from '../stage.ts'

const positions = (all: readonly Said[]): readonly string[] => all.map(({ position }) => position)

const withMany = async (stage: Stage, count: number): Promise<Pair & { readonly all: readonly Said[] }> => {
  const cast = await pair(stage)
  return { ...cast, all: await sayMany(cast.bob, cast.talk, count) }
}

const at = { newest: true } as const

const backwardChecks: readonly Draft[] = [
  check(
    '[RCV3] paging backward from the newest page leaves no hole and repeats nothing, down to the start [history.backward]',
    async stage => {
      const { alice, talk, all } = await withMany(stage, 11)
      const pages = await readPages(alice, talk, at, 'older', 3)
      for (const page of pages) demandSound(page, 3)
      demandJoined(pages, 'older')
      demandNoRepeat(placesOf(pages))
      demandEqual([...placesOf(pages)].sort(), positions(all), 'The positions on all pages')
      demandEqual(present(pages.at(-1)?.covers, 'coverage of the last page').from, 'start', 'Where the last page begins')
    },
  ),

  check('[RCV3] paging backward while messages arrive leaves no hole and repeats nothing [history.backward]', async stage => {
    const { alice, bob, talk, all } = await withMany(stage, 9)
    const pages = await readPages(alice, talk, at, 'older', 2, async () => void (await say(bob, talk)))
    demandJoined(pages, 'older')
    demandNoRepeat(placesOf(pages))
    demandEqual([...placesOf(pages)].sort(), positions(all), 'The positions on all pages')
  }),

  check('before a position come the messages below it [history.backward]', async stage => {
    const { alice, talk, all } = await withMany(stage, 5)
    const page = await readPage(alice, talk, { before: present(all[3], 'message').position }, 2)
    demandSound(page, 2)
    demandEqual(placesOf([page]), positions(all.slice(1, 3)), 'The positions on the page')
  }),

  check('[RCV5] paging goes on over stretches with nothing to show, until start is said [history.backward]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const [first] = await sayMany(bob, talk, 1)
    for (let again = 0; again < 6; again++) {
      await bob.ask(transport => transport.send(draftOf(bob, talk, { body: { type: 'command', action: 'nothing to show' } })), 'send')
    }
    const [last] = await sayMany(bob, talk, 1)
    const pages = await readPages(alice, talk, at, 'older', 1)
    const texts = pages
      .flatMap(page => messagesOf(page.facts))
      .filter(({ body }) => body.type === 'text')
      .map(placeOf)
    demandEqual(
      [...texts].sort(),
      [first, last].map(said => said?.position),
      'The positions of the texts on all pages',
    )
    demandJoined(pages, 'older')
    demandEqual(pages.at(-1)?.covers?.from, 'start', 'Where the last page begins')
  }),

  check('a cursor that was stored as JSON goes on where it stopped, on another transport too [history.backward]', async stage => {
    const { alice, bob, talk, all } = await withMany(stage, 6)
    const first = await readPage(alice, talk, at, 2)
    const cursor = first.older === undefined ? undefined : copyJson(first.older, 'A cursor')
    await say(bob, talk)
    const again = await stage.restarted(alice)
    await again.connect()
    const next = cursor === undefined ? { before: present(first.covers?.from, 'coverage of a page without a cursor') } : { cursor }
    demandEqual(placesOf([await readPage(again, talk, next, 2)]), positions(all.slice(2, 4)), 'The positions on the page after a restart')
  }),
]

const forwardChecks: readonly Draft[] = [
  check('[RCV3] paging forward leaves no hole and repeats nothing, up to live [history.forward]', async stage => {
    const { alice, talk, all } = await withMany(stage, 10)
    const [first, ...later] = all
    const pages = await readPages(alice, talk, { after: present(first, 'message').position }, 'newer', 3)
    for (const page of pages) demandSound(page, 3)
    demandJoined(pages, 'newer')
    demandEqual(placesOf(pages), positions(later), 'The positions on all pages')
    demandEqual(present(pages.at(-1)?.covers, 'coverage of the last page').to, 'live', 'Where the last page ends')
  }),

  check('[RCV3] paging forward while messages arrive misses none of them [history.forward]', async stage => {
    const { alice, bob, talk, all } = await withMany(stage, 6)
    const [first, ...later] = all
    const arrived: Said[] = []
    const pages = await readPages(alice, talk, { after: present(first, 'message').position }, 'newer', 2, async page => {
      if (page <= 3) arrived.push(await say(bob, talk))
    })
    demandEqual(placesOf(pages), positions([...later, ...arrived]), 'The positions on all pages')
  }),

  check('after the newest position comes an empty page that reaches live [history.forward]', async stage => {
    const { alice, talk, all } = await withMany(stage, 3)
    const page = await readPage(alice, talk, { after: present(all.at(-1), 'message').position }, 5)
    demandEqual(placesOf([page]), [], 'The positions on the page')
    demandEqual(page.covers?.to, 'live', 'Where the page ends')
  }),
]

const aroundChecks: readonly Draft[] = [
  check('a page around a message has it and what stands on both sides, and leads on [history.around]', async stage => {
    const { alice, talk, all } = await withMany(stage, 9)
    const centre = present(all[4], 'message')
    const page = await readPage(alice, talk, { around: centre.id }, 5)
    demandSound(page, 5)
    const places = placesOf([page])
    demand(places.includes(centre.position), 'The message isn’t on the page around it.')
    demand(
      places.some(place => place < centre.position) && places.some(place => place > centre.position),
      'A page around a message has one side only.',
    )
    const begin = positions(all).indexOf(places[0] ?? '')
    demandEqual(places, positions(all.slice(begin, begin + places.length)), 'The positions on the page')
  }),

  check('around a message that isn’t there: notFound [history.around]', async stage => {
    const { alice, talk } = await withMany(stage, 1)
    const refusal = await alice.refusal(
      transport => transport.history({ conversation: talk(alice), count: 5, at: { around: 'no such message' } }),
      'history around nothing',
    )
    demandCode(refusal, ['notFound', 'invalid'], 'History around nothing')
  }),
]

const LARGEST_PAGE = 150

export const historyChecks = ({ capabilities }: ContractBackend): readonly Draft[] => {
  const { backward, forward, around, maxPage } = capabilities.history
  const refuses = (way: string, query: (said: Said) => Parameters<typeof readPage>[2]): Draft =>
    check(`pages ${way} are refused with unsupported [history.${way}: false]`, async stage => {
      const { alice, talk, all } = await withMany(stage, 3)
      const where = query(present(all[1], 'message'))
      const refusal = await alice.refusal(
        transport => transport.history({ conversation: talk(alice), count: 2, at: where }),
        `history ${way}`,
      )
      demandCode(refusal, ['unsupported'], `History ${way}`)
      const newest = await readPage(alice, talk, at, 2)
      if (!backward) demandEqual(newest.older, undefined, 'The cursor to older pages')
      if (!forward) demandEqual(newest.newer, undefined, 'The cursor to newer pages')
    })

  return [
    check('[RCV3] the newest page has the last messages, all of one conversation, and covers up to live', async stage => {
      const { alice, talk, all } = await withMany(stage, 7)
      const carol = await stage.online('carol')
      await say(carol, ({ user }) => (user === carol.user ? `direct:${alice.user}` : `direct:${carol.user}`))
      const page = await readPage(alice, talk, at, 4)
      demandSound(page, 4)
      demandEqual(placesOf([page]), positions(all.slice(-4)), 'The positions on the page')
      demandEqual(
        [...new Set(messagesOf(page.facts).map(({ conversation }) => conversation))],
        [talk(alice)],
        'The conversations on the page',
      )
      demandEqual(present(page.covers, 'coverage of the newest page').to, 'live', 'Where the newest page ends')
    }),

    check('[RCV3] a page that holds everything covers from start to live, and leads nowhere', async stage => {
      const { alice, talk } = await withMany(stage, 2)
      const page = await readPage(alice, talk, at, 5)
      demandEqual(page.covers, { from: 'start', to: 'live' }, 'What the page covers')
      demandEqual([page.older, page.newer], [undefined, undefined], 'The cursors of the page')
    }),

    check('[RCV3] a conversation where nothing was said gives an empty page that covers everything', async stage => {
      const { alice, talk } = await pair(stage)
      const page = await readPage(alice, talk, at, 5)
      demandEqual(messagesOf(page.facts).length, 0, 'The number of messages')
      demandEqual(page.covers, { from: 'start', to: 'live' }, 'What the page covers')
    }),

    check('live copies and history tell the same of a message', async stage => {
      const { alice, bob, talk, tablet } = await pairAndTablet(stage)
      const draft = draftOf(bob, talk, { ext: { a: 1 }, body: { type: 'text', text: 'hello', mentions: [alice.user] } })
      await sent(bob, talk, draft, await bob.ask(transport => transport.send(draft), 'send'))
      const copy = await tablet.until(event => (event.type === 'message' ? event.message : undefined), 'the message')
      const [stored] = messagesOf((await readPage(alice, talk, at, 1)).facts)
      demandEqual(stored, copy, 'The message in history')
    }),

    maxPage > LARGEST_PAGE
      ? notApplying(
          'a page has at most maxPage messages, whatever is asked for [history.maxPage]',
          `maxPage is above ${LARGEST_PAGE}: filling a page would take too long`,
        )
      : check('a page has at most maxPage messages, whatever is asked for [history.maxPage]', async stage => {
          const { alice, talk } = await withMany(stage, maxPage + 2)
          demandSound(await readPage(alice, talk, at, maxPage + 100), maxPage)
          demandEqual(messagesOf((await readPage(alice, talk, at, maxPage)).facts).length, maxPage, 'The number of messages on a full page')
        }),

    ...(backward ? backwardChecks : [refuses('backward', ({ position }) => ({ before: position }))]),
    ...(forward ? forwardChecks : [refuses('forward', ({ position }) => ({ after: position }))]),
    ...(around ? aroundChecks : [refuses('around', ({ id }) => ({ around: id }))]),

    check('a cursor of another kind is refused with invalid', async stage => {
      const { alice, talk } = await withMany(stage, 1)
      for (const cursor of ['rubbish', { no: 'cursor' }, -1, null]) {
        const refusal = await alice.refusal(
          transport => transport.history({ conversation: talk(alice), count: 2, at: { cursor } }),
          'history at no cursor',
        )
        demandCode(refusal, ['invalid', 'notFound', 'unsupported'], `History at ${JSON.stringify(cursor)}`)
      }
    }),
  ]
}
