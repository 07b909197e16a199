import type { Capabilities } from '../../../protocol/capabilities.ts'
import { outside, trio } from '../casts.ts'
import type { Trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { formsOf, mark, markOf, receiptOf } from '../marking.ts'
import { readAll } from '../reading.ts'
import type { Said } from '../saying.ts'
import { byId, count, draftOf, hear, lull, messagesOf, names, say, wordsOf } from '../saying.ts'
import type { Stage } from '../stage.ts'

/** A message in a group that its sender wants counted; the others have it. */
const asked = async (stage: Stage): Promise<Trio & { readonly said: Said }> => {
  const cast = await trio(stage)
  const said = await say(cast.alice, cast.talk, { wantsReadCount: true })
  for (const client of [cast.bob, cast.carol]) await hear(client, said)
  return { ...cast, said }
}

const countsOf = (client: Client, said: Said): readonly number[] =>
  client.events.flatMap(event => (event.type === 'readCount' && names(event.target, said) ? [event.read] : []))

const counting = (readCount: 'perMessageOptIn' | 'everyMessage', { includes }: Capabilities['history']): readonly Draft[] => [
  check(
    `[RCP4] the read count of a group message goes from 0 to as many as have read it, for its sender [readCount: ${readCount}]`,
    async stage => {
      const { alice, bob, carol, talk, said } = await asked(stage)
      for (const [index, reader] of [bob, carol].entries()) {
        await mark(reader, talk, markOf(reader, [said]))
        const fact = await alice.until(
          event => (event.type === 'readCount' && names(event.target, said) && event.read > index ? event : undefined),
          `a read count of ${index + 1}`,
        )
        demandEqual(fact.read, index + 1, 'The read count')
        if (fact.of !== undefined) demandEqual(fact.of, 2, 'How many it is counted of')
        if (fact.delivered !== undefined) demand(fact.delivered >= fact.read, 'A message was read by more than it was delivered to.')
      }
      await mark(bob, talk, markOf(bob, [said]))
      await lull([alice, carol], bob, talk)
      const counts = countsOf(alice, said)
      demandEqual(counts, [...counts].sort(), 'The read counts, which never fall')
      demandEqual(Math.max(...counts), 2, 'The last read count')
      demandEqual(countsOf(carol, said), [], 'The counts that somebody else got')
    },
  ),

  check('[RCP4] counts that grew while their sender was away are told on coming back, or stand in pages [readCount]', async stage => {
    const { alice, bob, carol, talk, said } = await asked(stage)
    await lull([alice], bob, talk)
    const { token, events } = alice
    const since = events.length
    alice.leave()
    for (const reader of [bob, carol]) await mark(reader, talk, markOf(reader, [said]))
    const { continuity } = await alice.connect(token)
    const told = events.slice(since)
    const facts = continuity === 'gap' && includes.includes('counts') ? await readAll(alice, talk) : told
    const counts = facts.flatMap(fact => (fact.type === 'readCount' && names(fact.target, said) ? [fact.read] : []))
    if (continuity === 'whole' || includes.includes('counts')) demandEqual(Math.max(0, ...counts), 2, 'The read count on coming back')
  }),

  check('[RCP4] my own mark, and one on my other device, count for none of my messages [readCount]', async stage => {
    const { alice, bob, talk, said } = await asked(stage)
    await mark(alice, talk, markOf(alice, [said]))
    await lull([alice], bob, talk)
    demandEqual(Math.max(0, ...countsOf(alice, said)), 0, 'The read count after the sender’s own mark')
  }),

  readCount === 'perMessageOptIn'
    ? check('[RCP5] a message that didn’t ask for a count has none [readCount: perMessageOptIn]', async stage => {
        const { alice, bob, talk } = await trio(stage)
        const said = await say(alice, talk)
        await hear(bob, said)
        await mark(bob, talk, markOf(bob, [said]))
        await lull([alice], bob, talk)
        demandEqual(countsOf(alice, said), [], 'The counts that came')
      })
    : check('[RCP4] every group message has a count, asked for or not [readCount: everyMessage]', async stage => {
        const { alice, bob, talk } = await trio(stage)
        const said = await say(alice, talk)
        await hear(bob, said)
        await mark(bob, talk, markOf(bob, [said]))
        await alice.until(
          event => (event.type === 'readCount' && names(event.target, said) && event.read === 1 ? event : undefined),
          'a read count',
        )
      }),
]

/** Whose messages may ask; `bob` is an ordinary member. */
const askingChecks = (readCountFor: 'anyone' | 'moderators'): readonly Draft[] => [
  readCountFor === 'anyone'
    ? check('[RCP4] any member’s message may ask for a read count [readCountFor: anyone]', async stage => {
        const { alice, bob, talk } = await trio(stage)
        const said = await say(bob, talk, { wantsReadCount: true })
        await hear(alice, said)
        await mark(alice, talk, markOf(alice, [said]))
        await bob.until(
          event => (event.type === 'readCount' && names(event.target, said) && event.read === 1 ? event : undefined),
          'a read count',
        )
      })
    : check('[RCP4] a read count that an ordinary member asks for is refused with forbidden [readCountFor: moderators]', async stage => {
        const { alice, bob, talk } = await trio(stage)
        const draft = draftOf(bob, talk, { wantsReadCount: true })
        demandCode(await bob.refusal(transport => transport.send(draft), 'asking for a count'), ['forbidden'], 'Asking for a count')
        await lull([alice], bob, talk)
        demandEqual(count(messagesOf(alice.events), wordsOf(draft.body)), 0, 'The number of copies')
      }),
]

const countless = (readCount: 'derived' | 'none'): readonly Draft[] => [
  check(
    `[RCP5] no counts come${readCount === 'derived' ? ', but receipts by name do, of each who has read a group message' : ''} [readCount: ${readCount}]`,
    async stage => {
      const { alice, bob, carol, talk, said } = await asked(stage)
      for (const reader of [bob, carol]) {
        await mark(reader, talk, markOf(reader, [said]))
        if (readCount === 'derived') await alice.until(receiptOf(reader.user, 'read', said), `the receipt of ${reader.user}`)
      }
      await lull([alice], bob, talk)
      demandEqual(countsOf(alice, said), [], 'The counts that came')
    },
  ),
]

const readersChecks = (canMark: boolean): readonly Draft[] => [
  canMark
    ? check('the readers of a group message are named, page by page, without a repeat [readers]', async stage => {
        const { alice, bob, carol, talk, said } = await asked(stage)
        const page = (after: string | undefined) =>
          alice.ask(
            transport => present(transport.readers?.(byId(alice, said), { count: 1, ...(after !== undefined && { after }) }), 'readers'),
            'readers',
          )
        demandEqual((await page(undefined)).items, [], 'The readers before anybody has read')
        for (const reader of [bob, carol]) await mark(reader, talk, markOf(reader, [said]))
        await lull([alice], bob, talk)
        const first = await page(undefined)
        const second = await page(present(first.next, 'way to the second page of readers'))
        demandEqual([first.items.length, second.items.length], [1, 1], 'The number of readers on pages of one')
        demandEqual([...first.items, ...second.items].map(({ user }) => user).sort(), [bob.user, carol.user].sort(), 'The readers')
        demandEqual(second.next, undefined, 'What follows the last page')
      })
    : notApplying(
        'the readers of a group message are named, page by page, without a repeat [readers]',
        'the backend takes no marks in groups',
      ),

  check('readers of a message in a group where one isn’t: refused [readers]', async stage => {
    const { alice, mallory, talk } = await outside(stage)
    const said = await say(alice, talk, { wantsReadCount: true })
    const refusal = await mallory.refusal(
      transport => transport.readers?.(byId(mallory, said), { count: 5 }),
      'readers of a stranger’s message',
    )
    demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'Readers of a stranger’s message')
  }),
]

const noReaders = check('readers is absent, or refused with unsupported [readers: false]', async stage => {
  const { alice, said } = await asked(stage)
  if (alice.transport.readers === undefined) return
  const refusal = await alice.refusal(transport => transport.readers?.(byId(alice, said), { count: 5 }), 'readers')
  demandCode(refusal, ['unsupported'], 'readers')
})

const countsAs = ({ readCount, readCountFor = 'anyone', read, history }: Capabilities): readonly Draft[] => {
  const name = `[RCP4] read counts of group messages [readCount: ${readCount}]`
  if (formsOf(read.group).length === 0) return [notApplying(name, 'the backend takes no marks in groups')]
  if (readCount === 'perMessageOptIn') return [...counting(readCount, history), ...askingChecks(readCountFor)]
  return readCount === 'everyMessage' ? counting(readCount, history) : countless(readCount)
}

export const countChecks = ({ capabilities }: ContractBackend): readonly Draft[] => [
  ...countsAs(capabilities),
  ...(capabilities.readers ? readersChecks(formsOf(capabilities.read.group).length > 0) : [noReaders]),
]
