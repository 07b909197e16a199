import { pair, pairAndTablet, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { begun } from '../begun.ts'
import { check } from '../contractCheck.ts'
import { demand, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { draftOf, hear, lull, messagesOf, say, sayMany, sent, wordsOf } from '../saying.ts'

const MANY = 10

export const orderChecks = ({ capabilities }: ContractBackend): readonly Draft[] => [
  check('[ORD1] positions are strictly increasing in the order of sending, and everybody has the same', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const all = []
    for (let round = 0; round < 4; round++) for (const speaker of [alice, bob, carol]) all.push(await say(speaker, talk))
    for (const [index, { position }] of all.entries()) {
      const before = all[index - 1]
      if (before !== undefined) demand(before.position < position, `A message at ${position} was sent after the one at ${before.position}.`)
    }
    for (const client of [alice, bob, carol]) {
      for (const said of all) {
        if (said.from === client.user) continue
        demandEqual((await hear(client, said)).position, said.position, 'The position of a copy')
      }
    }
  }),

  check('[ORD1] messages sent at the same time get different positions, and all see one order', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const drafts = Array.from({ length: MANY }, () => [draftOf(alice, talk), draftOf(bob, talk)] as const)
    const acks = begun(Promise.all(drafts.flatMap(([hers, his]) => [alice.transport.send(hers), bob.transport.send(his)])))
    await stage.wait(acks, () => 'answers to sends at the same time')
    await lull([bob, carol], alice, talk)
    const positions = messagesOf(carol.events, talk(carol)).map(({ position }) => present(position, 'position of a live copy'))
    demandEqual(positions.length, 2 * MANY + 1, 'The number of messages that came')
    demandEqual(new Set(positions).size, positions.length, 'The number of different positions')
    demandEqual(positions, [...positions].sort(), 'The order in which positions came')
    demandEqual(
      (await readMessages(carol, talk)).map(({ position }) => position),
      positions,
      'The order in history',
    )
  }),

  check('[ORD3] messages sent fast one after the other, without waiting for acks, keep their order', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const drafts = Array.from({ length: MANY }, () => draftOf(alice, talk))
    await alice.ask(transport => Promise.all(drafts.map(draft => transport.send(draft))), 'sends without waiting')
    await hear(bob, { from: alice.user, words: wordsOf(present(drafts.at(-1), 'last draft').body) })
    demandEqual(
      messagesOf(bob.events, talk(bob)).map(({ body }) => wordsOf(body)),
      drafts.map(({ body }) => wordsOf(body)),
      'What arrived',
    )
  }),

  check('[LNK1] an ack with a position comes after the facts below that position', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const acked: { readonly position: string; readonly heard: number }[] = []
    const sends: Promise<unknown>[] = []
    for (let round = 0; round < MANY; round++) {
      for (const other of [bob, carol]) sends.push(begun(other.transport.send(draftOf(other, talk))))
      const acking = alice.transport.send(draftOf(alice, talk)).then(({ position }) => {
        if (position !== undefined) acked.push({ position, heard: alice.events.length })
      })
      sends.push(begun(acking))
      await stage.turn()
    }
    await stage.wait(Promise.all(sends), () => 'answers to sends at the same time')
    await lull([alice], bob, talk)
    for (const { position, heard } of acked) {
      const late = messagesOf(alice.events.slice(heard), talk(alice)).find(
        message => message.from !== alice.user && (message.position ?? '') < position,
      )
      demand(late === undefined, `The ack at ${position} came before the message at ${late?.position ?? ''}.`)
    }
    if (capabilities.order === 'atAck') demandEqual(acked.length, MANY, 'The number of acks with a position')
  }),

  capabilities.order === 'atAck'
    ? check('an ack carries the position that every copy has [order: atAck]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        const message = draftOf(alice, talk)
        const ack = await alice.ask(transport => transport.send(message), 'send')
        const copy = await hear(bob, { from: alice.user, words: wordsOf(message.body) })
        demandEqual(copy.position, present(ack.position, 'position in the ack'), 'The position of the copy')
      })
    : check('an ack carries no position; a copy or a late ack brings it to who sent the message [order: late]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        const message = draftOf(alice, talk)
        const ack = await alice.ask(transport => transport.send(message), 'send')
        demand(ack.position === undefined, 'The ack carries a position, but order is declared as late.')
        const said = await sent(alice, talk, message, ack)
        demandEqual((await hear(bob, said)).position, said.position, 'The position of the copy')
      }),

  check(`an ack carries the message’s id, the same as every copy [ack: ${capabilities.ack}]`, async stage => {
    const { alice, bob, talk } = await pair(stage)
    const message = draftOf(alice, talk)
    const ack = await alice.ask(transport => transport.send(message), 'send')
    const copy = await hear(bob, { from: alice.user, words: wordsOf(message.body) })
    if (capabilities.ack === 'stored') present(ack.id, 'id in the ack')
    demandEqual(copy.id, (await sent(alice, talk, message, ack)).id, 'The id of the copy')
    if (ack.id !== undefined) demandEqual(copy.id, ack.id, 'The id of the copy')
  }),

  capabilities.ack === 'stored'
    ? check('what is acked stands in history at once [ack: stored]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        for (const reader of [alice, bob]) {
          const message = draftOf(alice, talk)
          await alice.ask(transport => transport.send(message), 'send')
          const stored = (await readMessages(reader, talk)).map(({ body }) => wordsOf(body))
          demand(stored.includes(wordsOf(message.body)), 'A message was acked as stored and isn’t in history.')
        }
      })
    : check('what is taken stands in history once it has its position [ack: taken]', async stage => {
        const { alice, talk } = await pair(stage)
        const { words } = await say(alice, talk)
        const stored = (await readMessages(alice, talk)).map(({ body }) => wordsOf(body))
        demand(stored.includes(words), 'A message has its position and isn’t in history.')
      }),

  capabilities.ownEcho
    ? check('[ID2] the device that sent a message gets a copy too [ownEcho]', async stage => {
        const { alice, talk } = await pair(stage)
        const said = await say(alice, talk)
        demandEqual((await hear(alice, said)).id, said.id, 'The id of the own copy')
      })
    : check('the device that sent a message gets no copy [ownEcho: false]', async stage => {
        const { alice, bob, talk, tablet } = await pairAndTablet(stage)
        const said = await say(alice, talk)
        await hear(tablet, said)
        await lull([alice], bob, talk)
        demandEqual(messagesOf(alice.events).filter(({ from }) => from === alice.user).length, 0, 'The number of own copies')
      }),

  check(
    `[ID5] copies ${capabilities.localIdVisible ? 'carry the sender’s localId' : 'carry no localId'}, live and in history [localIdVisible: ${String(capabilities.localIdVisible)}]`,
    async stage => {
      const { alice, bob, talk, tablet } = await pairAndTablet(stage)
      const said = await say(alice, talk)
      const expected = capabilities.localIdVisible ? said.localId : undefined
      demandEqual((await hear(bob, said)).localId, expected, 'The localId of the peer’s copy')
      demandEqual((await hear(tablet, said)).localId, expected, 'The localId on the sender’s other device')
      for (const reader of [alice, bob]) {
        const stored = (await readMessages(reader, talk)).find(({ body }) => wordsOf(body) === said.words)
        demandEqual(present(stored, 'message in history').localId, expected, 'The localId in history')
      }
    },
  ),

  check('[CNV2] sentAt, where it is told, is the server’s time, the same on all copies and never falling', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const all = await sayMany(alice, talk, 3)
    let last = 0
    for (const said of all) {
      const { sentAt } = await hear(bob, said)
      if (sentAt === undefined) continue
      demand(Number.isFinite(sentAt) && sentAt >= last, `A message was sent at ${sentAt} after one at ${last}.`)
      if (said.ack.at !== undefined) demandEqual(said.ack.at, sentAt, 'The time in the ack')
      last = sentAt
    }
  }),
]
