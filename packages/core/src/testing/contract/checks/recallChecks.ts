import type { Fact, RecalledFact } from '../../../protocol/fact.ts'
import type { TransportEvent } from '../../../protocol/transport.ts'
import { outside, pair, pairAndTablet, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, checkWith, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { readAll } from '../reading.ts'
import type { Said } from '../saying.ts'
import { byId, byLocalId, hear, lull, names, say } from '../saying.ts'
import type { Talk } from '../stage.ts'

const recallOf =
  (said: Said) =>
  (event: TransportEvent | Fact): RecalledFact | undefined =>
    event.type === 'recalled' && names(event.target, said) ? event : undefined

/** Everything that can be read of a conversation, as one text to search. */
const textOfHistory = async (reader: Client, talk: Talk): Promise<string> => JSON.stringify(await readAll(reader, talk))

const withRecall = ({ capabilities: { recall, history, conversationList }, advance }: ContractBackend): readonly Draft[] => [
  check(`[RCL3] a recall by its author reaches peers and my other device, as the author’s [recall: ${recall.mode}]`, async stage => {
    const { alice, bob, tablet, talk } = await pairAndTablet(stage)
    const said = await say(alice, talk)
    for (const client of [bob, tablet]) await hear(client, said)
    await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
    for (const client of [bob, tablet]) {
      const { by, as } = await client.until(recallOf(said), 'the recall')
      demandEqual({ by, as }, { by: alice.user, as: 'author' }, 'Who recalled, and as whom')
    }
  }),

  check('a recall may name the message by its localId alone [recall]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await alice.ask(transport => transport.recall(byLocalId(alice, said)), 'recall by localId')
    await bob.until(recallOf(said), 'the recall')
  }),

  check('a recall again is taken, or refused as of something that isn’t there [recall]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    const recalling = async (): Promise<string> =>
      (await alice.outcome(alice.transport.recall(byId(alice, said)), 'a recall'))?.code ?? 'taken'
    demandEqual(await recalling(), 'taken', 'A recall')
    const again = await recalling()
    demand(['taken', 'notFound', 'conflict'].includes(again), `A recall again was refused with ${again}.`)
    await bob.until(recallOf(said), 'the recall')
  }),

  recall.mode === 'server'
    ? check('[RCL1] what was recalled can be read by nobody: not in history, not in the list [recall: server]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        const said = await say(alice, talk)
        await hear(bob, said)
        await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
        await bob.until(recallOf(said), 'the recall')
        for (const reader of [alice, bob]) {
          demand(!(await textOfHistory(reader, talk)).includes(said.words), 'A recalled message can still be read in history.')
          if (!conversationList) continue
          const list = await reader.ask(
            transport => present(transport.conversations?.({ count: 10 }), 'conversation list'),
            'conversations',
          )
          demand(!JSON.stringify(list).includes(said.words), 'A recalled message can still be read in the conversation list.')
        }
        const late = await stage.another(bob, 'laptop')
        demand(!JSON.stringify(late.events).includes(said.words), 'A recalled message was told to a device that came later.')
      })
    : check('[RCL2] history tells that a message was withdrawn, for readers to hold to it [recall: marker]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        const said = await say(alice, talk)
        await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
        await bob.until(recallOf(said), 'the recall')
        if (history.includes.includes('recalls'))
          demand(
            (await readAll(bob, talk)).some(fact => recallOf(said)(fact) !== undefined),
            'History doesn’t tell of a recall.',
          )
      }),

  check(
    `[RCL3] a recall by who didn’t write the message ${recall.enforced ? 'is refused with forbidden' : 'is refused, or told as what it is'} [recall.enforced: ${String(recall.enforced)}]`,
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const said = await say(alice, talk)
      await hear(bob, said)
      const refused = await bob.outcome(bob.transport.recall(byId(bob, said)), 'a recall by a stranger')
      const outcome = refused?.code ?? 'taken'
      demand(outcome === 'forbidden' || (!recall.enforced && outcome === 'taken'), `A recall by somebody else ended with ${outcome}.`)
      await lull([carol, alice], bob, talk)
      for (const client of [alice, carol]) {
        const claim = client.events.find(event => recallOf(said)(event) !== undefined)
        if (outcome === 'forbidden') demand(claim === undefined, 'A recall that was refused was told all the same.')
        else if (claim?.type === 'recalled') demandEqual(claim.by, bob.user, 'Who is said to have recalled')
      }
      if (recall.enforced)
        demand((await textOfHistory(carol, talk)).includes(said.words), 'A recall that was refused took the message out of history.')
    },
  ),

  check('[RCL3] a recall by who isn’t in the group is refused [recall]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const said = await say(alice, talk)
    const refusal = await mallory.refusal(transport => transport.recall(byId(mallory, said)), 'a recall by an outsider')
    demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'A recall by an outsider')
    await lull([bob], alice, talk)
    demand(
      bob.events.every(event => recallOf(said)(event) === undefined),
      'A recall by an outsider was told.',
    )
  }),

  check('a recall of what isn’t there is refused with notFound [recall]', async stage => {
    const { alice, talk } = await pair(stage)
    const refusal = await alice.refusal(
      transport => transport.recall({ conversation: talk(alice), id: 'no such message' }),
      'a recall of nothing',
    )
    demandCode(refusal, ['notFound'], 'A recall of nothing')
  }),

  recall.windowMs === undefined || !recall.enforced
    ? notApplying('[RCL4] a recall after the window is refused with recallTooLate [recall.windowMs]', 'no window is declared')
    : tooLate(recall.windowMs, advance),
]

const tooLate = (windowMs: number, advance: ContractBackend['advance']): Draft =>
  checkWith(
    advance,
    'the backend’s clock can’t be moved',
    '[RCL4] a recall after the window is refused with recallTooLate, within it it isn’t [recall.windowMs]',
    async (stage, pass) => {
      const { alice, bob, talk } = await pair(stage)
      const [late, early] = [await say(alice, talk), await say(alice, talk)]
      await pass(windowMs / 2)
      await alice.ask(transport => transport.recall(byId(alice, early)), 'recall within the window')
      await pass(windowMs)
      const refusal = await alice.refusal(transport => transport.recall(byId(alice, late)), 'a recall after the window')
      demandCode(refusal, ['recallTooLate'], 'A recall after the window')
      demandEqual(refusal.effect, 'none', 'The effect of a recall that came too late')
      await bob.until(recallOf(early), 'the recall within the window')
      demand((await textOfHistory(bob, talk)).includes(late.words), 'A recall that came too late took the message out of history.')
    },
  )

const withoutRecall: readonly Draft[] = [
  check('a recall is refused with recallDisabled or unsupported, and the message stays [recall: none]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    const refusal = await alice.refusal(transport => transport.recall(byId(alice, said)), 'recall')
    demandCode(refusal, ['recallDisabled', 'unsupported'], 'A recall')
    await lull([bob], alice, talk)
    demand(
      bob.events.every(({ type }) => type !== 'recalled'),
      'A recall was told.',
    )
    present(
      (await readAll(bob, talk)).find(fact => JSON.stringify(fact).includes(said.words)),
      'message in history after a refused recall',
    )
  }),
]

export const recallChecks = (backend: ContractBackend): readonly Draft[] =>
  backend.capabilities.recall.mode === 'none' ? withoutRecall : withRecall(backend)
