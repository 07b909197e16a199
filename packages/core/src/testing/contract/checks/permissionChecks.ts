import type { ErrorCode } from '../../../model/error.ts'
import { outside, pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, checkWith } from '../contractCheck.ts'
import { demand, demandCode, demandEqual } from '../demand.ts'
import { targetOf } from '../marking.ts'
import { readMessages } from '../reading.ts'
import { count, draftOf, hear, lull, messagesOf, say, wordsOf } from '../saying.ts'
import { between } from '../stage.ts'

/** A backend may hide that a group exists. */
const shut: readonly ErrorCode[] = ['notMember', 'forbidden', 'groupNotFound', 'notFound']

export const permissionChecks = ({ capabilities, block }: ContractBackend): readonly Draft[] => [
  check('[MEM1] who isn’t in a group can’t send to it', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const message = draftOf(mallory, talk)
    const refusal = await mallory.refusal(transport => transport.send(message), 'a send by an outsider')
    demandCode(refusal, shut, 'A send by an outsider')
    demandEqual(refusal.effect, 'none', 'The effect of a send by an outsider')
    await lull([bob], alice, talk)
    demandEqual(
      count(messagesOf(bob.events), wordsOf(message.body)) + count(await readMessages(bob, talk), wordsOf(message.body)),
      0,
      'The number of copies',
    )
  }),

  check('[MEM1] who isn’t in a group can’t read its history, and hears nothing of it', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    await say(alice, talk)
    const refusal = await mallory.refusal(
      transport => transport.history({ conversation: talk(mallory), count: 5, at: { newest: true } }),
      'history for an outsider',
    )
    demandCode(refusal, shut, 'History for an outsider')
    await lull([mallory], bob, between(bob, mallory))
    demandEqual(messagesOf(mallory.events, talk(mallory)).length, 0, 'The number of messages that an outsider got')
  }),

  check('[MEM1] who isn’t in a group can’t mark in it, nor forge a receipt', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const said = await say(alice, talk, { wantsReadCount: true })
    const forms = capabilities.read.group
    const form = forms.upTo ? 'upTo' : forms.exactly ? 'exactly' : 'whole'
    const refusal = await mallory.refusal(
      transport => transport.markRead(talk(mallory), targetOf(mallory, form, [said])),
      'a mark by an outsider',
    )
    demandCode(refusal, [...shut, 'unsupported'], 'A mark by an outsider')
    await lull([alice], bob, talk)
    const forged = alice.events.some(
      event => (event.type === 'receipt' && event.user === mallory.user) || (event.type === 'readCount' && event.read > 0),
    )
    demand(!forged, 'A mark by an outsider was told to the sender.')
  }),

  check('[MEM1] who isn’t in a group can’t send anything of the moment to it [ephemeral]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    mallory.transport.sendEphemeral?.(talk(mallory), 'typing', true)
    await say(mallory, between(mallory, bob))
    await lull([bob], alice, talk)
    demand(
      bob.events.every(({ type }) => type !== 'ephemeral'),
      'Something of the moment came from an outsider.',
    )
  }),

  check('[SEC3] a direct conversation is read by its two people only', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const eve = await stage.online('eve')
    const said = await say(alice, talk)
    await hear(bob, said)
    for (const peer of [alice, bob]) demandEqual(count(await readMessages(eve, between(eve, peer)), said.words), 0, 'What a third can read')
    await lull([eve], bob, between(bob, eve))
    demandEqual(count(messagesOf(eve.events), said.words), 0, 'What a third has got')
  }),

  checkWith(
    block,
    'the backend can’t be told to block',
    `[SND10] who is blocked hears so${capabilities.refusalAfterAck ? ' after the ack' : ''}, and nothing arrives [refusalAfterAck: ${String(capabilities.refusalAfterAck)}]`,
    async (stage, block) => {
      const { alice, bob, talk } = await pair(stage)
      await hear(bob, await say(alice, talk))
      await block(bob.user, alice.user)
      const message = draftOf(alice, talk)
      if (capabilities.refusalAfterAck) {
        await alice.ask(transport => transport.send(message), 'send to who has blocked me')
        const { error } = await alice.until(
          event => (event.type === 'refused' && event.localId === message.localId ? event : undefined),
          'the refusal after the ack',
        )
        demandCode(error, ['blocked', 'forbidden'], 'A send to who has blocked me')
      } else {
        const refusal = await alice.refusal(transport => transport.send(message), 'send to who has blocked me')
        demandCode(refusal, ['blocked', 'forbidden'], 'A send to who has blocked me')
        demandEqual(refusal.effect, 'none', 'The effect of a send to who has blocked me')
      }
      const carol = await stage.online('carol')
      await lull([bob], carol, between(carol, bob))
      demandEqual(count(messagesOf(bob.events), wordsOf(message.body)), 0, 'The number of copies that got through')
      demandEqual(count(await readMessages(alice, talk), wordsOf(message.body)), 0, 'The number of messages stored')
    },
  ),
]
