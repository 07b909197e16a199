import { pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { hear, lull, say, wordsOf } from '../saying.ts'
import type { Stage, Talk } from '../stage.ts'
import { entryOf } from '../listing.ts'

const remove = (client: Client, talk: Talk, withHistory: boolean) =>
  client.ask(
    transport => present(transport.removeConversation?.(talk(client), { withHistory }), 'removeConversation'),
    'removeConversation',
  )

const removal = async (stage: Stage, withHistory: boolean): Promise<void> => {
  const { alice, bob, talk } = await pair(stage)
  const tablet = await stage.another(alice)
  const before = await say(bob, talk)
  for (const client of [alice, tablet]) await hear(client, before)
  const { through } = await remove(alice, talk, withHistory)
  if (through !== undefined)
    demand(through >= before.position, `The removal reaches ${through}, the last message stands at ${before.position}.`)
  const told = await tablet.until(
    event => (event.type === 'conversationRemoved' && event.conversation === talk(tablet) ? event : undefined),
    'the removal',
  )
  demandEqual(told.withHistory ?? false, withHistory, 'Whether the history is said to be gone')
  const { conversationList } = stage.capabilities
  if (conversationList) demandEqual(await entryOf(alice, talk), undefined, 'The entry of a removed conversation')
  await lull([bob], alice, talk)
  demand(
    bob.events.every(({ type }) => type !== 'conversationRemoved'),
    'The peer was told of the removal.',
  )
  demand(
    (await readMessages(bob, talk)).some(({ body }) => wordsOf(body) === before.words),
    'The removal took the message from the peer’s history.',
  )

  const after = await say(bob, talk)
  await hear(alice, after)
  if (conversationList) present(await entryOf(alice, talk), 'entry after something new was said')
  const read = (await readMessages(alice, talk)).map(({ body }) => wordsOf(body))
  demandEqual(
    [read.includes(before.words), read.includes(after.words)],
    [!withHistory, true],
    'What can be read of before and after the removal',
  )
}

export const removalChecks = ({ capabilities }: ContractBackend): readonly Draft[] => {
  const { removal: declared } = capabilities
  if (declared === 'none') {
    return [
      check('removeConversation is absent, or refused with unsupported [removal: none]', async stage => {
        const { alice, talk } = await pair(stage)
        await say(alice, talk)
        if (alice.transport.removeConversation === undefined) return
        demandCode(
          await alice.refusal(transport => transport.removeConversation?.(talk(alice), { withHistory: false }), 'removal'),
          ['unsupported'],
          'A removal',
        )
      }),
    ]
  }
  return [
    check(
      '[CNV3] a removed conversation goes from all my devices, stays with my peer, and comes back with something new [removal]',
      stage => removal(stage, false),
    ),
    declared === 'withHistory'
      ? check('[CNV3] a conversation removed with its history never shows again what was before [removal: withHistory]', stage =>
          removal(stage, true),
        )
      : check('removing the history too is refused with unsupported [removal: conversation]', async stage => {
          const { alice, talk } = await pair(stage)
          await say(alice, talk)
          const refusal = await alice.refusal(
            transport => transport.removeConversation?.(talk(alice), { withHistory: true }),
            'removal with history',
          )
          demandCode(refusal, ['unsupported'], 'A removal with history')
        }),
  ]
}
