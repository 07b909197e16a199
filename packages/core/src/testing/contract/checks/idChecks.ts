import { pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual } from '../demand.ts'
import { mark, markOf, formsOf, receiptOf } from '../marking.ts'
import { readMessages } from '../reading.ts'
import { byId, count, draftOf, hear, lull, messagesOf, names, say, sent, wordsOf } from '../saying.ts'
import type { Talk } from '../stage.ts'
import { between } from '../stage.ts'

const odd = ['__proto__', 'constructor', 'toString', 'a:b/c d%20e', '😀🏳️‍🌈', 'ﬀ\u0301é', '1']

export const idChecks = ({ capabilities }: ContractBackend): readonly Draft[] => [
  ...odd.map(wish =>
    check(`[ID4] ${wish} is a legal name for a user, a group and a message’s localId`, async stage => {
      const [alice, other] = [await stage.online('alice'), await stage.online(wish)]
      const members = await stage.group([alice, other], wish)
      for (const talk of [between(alice, other), () => members] satisfies Talk[]) {
        for (const [speaker, hearer] of [
          [alice, other],
          [other, alice],
        ] as const) {
          const copy = await hear(hearer, await say(speaker, talk))
          demandEqual(
            { from: copy.from, conversation: copy.conversation },
            { from: speaker.user, conversation: talk(hearer) },
            'Sender and conversation of a copy',
          )
        }
        demandEqual((await readMessages(other, talk)).length, 2, 'The number of messages in history')
      }
      const message = draftOf(other, between(alice, other), { localId: wish })
      const said = await sent(other, between(alice, other), message, await other.ask(transport => transport.send(message), 'send'))
      const copy = await hear(alice, said)
      if (capabilities.localIdVisible) demandEqual(copy.localId, wish, 'The localId of a copy')
    }),
  ),

  check('[ID3] a conversation with oneself is legal: it is kept, and reaches my other device', async stage => {
    const alice = await stage.online('alice')
    const tablet = await stage.another(alice)
    const self = between(alice, alice)
    const said = await say(alice, self)
    const copy = await hear(tablet, said)
    demandEqual(
      { from: copy.from, conversation: copy.conversation },
      { from: alice.user, conversation: self(tablet) },
      'Sender and conversation of the copy',
    )
    demandEqual(count(await readMessages(alice, self), said.words), 1, 'The number of messages in history')
    if (formsOf(capabilities.read.direct).length > 0) await mark(alice, self, markOf(alice, [said]))
    demandEqual(messagesOf(tablet.events).length, 1, 'The number of copies on the other device')
  }),

  check('[ID3] a direct conversation and a group of the same name don’t mix', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const named = await stage.group([alice, bob], bob.user)
    const [toBob, toGroup] = [await say(alice, talk), await say(alice, () => named)]
    demandEqual((await hear(bob, toBob)).conversation, talk(bob), 'The conversation of the direct message')
    demandEqual((await hear(bob, toGroup)).conversation, named, 'The conversation of the group message')
    demandEqual(
      (await readMessages(alice, talk)).map(({ body }) => wordsOf(body)),
      [toBob.words],
      'The direct history',
    )
    demandEqual(
      (await readMessages(alice, () => named)).map(({ body }) => wordsOf(body)),
      [toGroup.words],
      'The group’s history',
    )
  }),

  capabilities.ids === 'global'
    ? check(
        '[ID1] an id names one message everywhere: no two conversations share one, and it needs no conversation beside it [ids: global]',
        async stage => {
          const { alice, bob, talk } = await pair(stage)
          const other = await stage.group([alice, bob])
          const [one, two] = [await say(alice, talk), await say(alice, () => other)]
          demand(one.id !== two.id, 'Messages of two conversations have the same id.')
          if (formsOf(capabilities.read.direct).includes('upTo')) {
            await hear(bob, one)
            await bob.ask(transport => transport.markRead(talk(bob), { upTo: { id: one.id } }), 'a mark by id alone')
            await alice.until(receiptOf(bob.user, 'read', one), 'the receipt')
          }
          if (capabilities.recall.mode === 'none') return
          await alice.ask(transport => transport.recall({ id: one.id }), 'a recall by id alone')
          await bob.until(event => (event.type === 'recalled' && names(event.target, one) ? event : undefined), 'the recall')
        },
      )
    : capabilities.recall.mode === 'none'
      ? notApplying(
          '[ID1] an id names a message within its conversation only [ids: conversation]',
          'the backend has no recalls to name messages by',
        )
      : check(
          '[ID1] an id names a message within its conversation only: alone it is refused with invalid [ids: conversation]',
          async stage => {
            const { alice, bob, talk } = await pair(stage)
            const said = await say(alice, talk)
            demandCode(
              await alice.refusal(transport => transport.recall({ id: said.id }), 'a recall by id alone'),
              ['invalid'],
              'A recall by id alone',
            )
            await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
            const recalled = await bob.until(event => (event.type === 'recalled' ? event : undefined), 'the recall')
            demandEqual(recalled.target.conversation, talk(bob), 'The conversation of the recalled message')
          },
        ),

  check('[ID1] the ids of one conversation’s messages are all different', async stage => {
    const { alice, bob, talk } = await pair(stage)
    for (const speaker of [alice, bob, alice, bob]) await say(speaker, talk)
    await lull([alice], bob, talk)
    const ids = (await readMessages(alice, talk)).map(({ id }) => id)
    demandEqual(new Set(ids).size, 5, 'The number of different ids')
  }),
]
