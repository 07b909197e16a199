import { pairAndTablet, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandEqual } from '../demand.ts'
import { readAll } from '../reading.ts'
import { lull, say } from '../saying.ts'
import type { Client } from '../client.ts'

const ephemeralOf = (client: Client) =>
  client.until(
    event =>
      event.type === 'ephemeral' ? { conversation: event.conversation, from: event.from, name: event.name, data: event.data } : undefined,
    'something of the moment',
  )
const gotNone = (client: Client): boolean => client.events.every(({ type }) => type !== 'ephemeral')

const withEphemeral: readonly Draft[] = [
  check('[RCV7] something of the moment reaches the peer, none of my own devices, and no history [ephemeral]', async stage => {
    const { alice, bob, tablet, talk } = await pairAndTablet(stage)
    alice.transport.sendEphemeral?.(talk(alice), 'typing', true)
    demandEqual(await ephemeralOf(bob), { conversation: talk(bob), from: alice.user, name: 'typing', data: true }, 'What the peer got')
    await lull([alice, tablet], bob, talk)
    demand(gotNone(alice) && gotNone(tablet), 'Something of the moment came back to who sent it.')
    demandEqual((await readAll(bob, talk)).filter(({ type }) => type === 'ephemeral').length, 0, 'The number of ephemeral facts in history')
  }),

  check(
    '[RCV7] something of the moment reaches all others in a group, with its data as it was, and isn’t kept for who is away [ephemeral]',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const token = carol.token
      carol.leave()
      const data = { x: [1, null, '😀'], constructor: 'y' }
      alice.transport.sendEphemeral?.(talk(alice), 'pointer', data)
      demandEqual(await ephemeralOf(bob), { conversation: talk(bob), from: alice.user, name: 'pointer', data }, 'What another got')
      await say(alice, talk)
      await carol.connect(token)
      await lull([alice, carol], bob, talk)
      demand(gotNone(carol), 'Something of the moment was kept for somebody who was away.')
      demand(gotNone(alice), 'Something of the moment came back to who sent it.')
    },
  ),

  check('what is sent of the moment without a link is dropped without a word [ephemeral]', async stage => {
    const { alice, bob, talk } = await trio(stage)
    alice.leave()
    alice.transport.sendEphemeral?.(talk(alice), 'typing', true)
    await alice.connect(alice.token)
    await lull([bob], alice, talk)
    demand(gotNone(bob), 'Something of the moment came later.')
  }),
]

const withoutEphemeral: readonly Draft[] = [
  check('[RCV7] sendEphemeral is absent, or nothing comes of it [ephemeral: false]', async stage => {
    const { alice, bob, talk } = await trio(stage)
    alice.transport.sendEphemeral?.(talk(alice), 'typing', true)
    await lull([bob], alice, talk)
    demand(gotNone(bob), 'Something of the moment came.')
  }),
]

export const ephemeralChecks = ({ capabilities: { ephemeral } }: ContractBackend): readonly Draft[] =>
  ephemeral ? withEphemeral : withoutEphemeral
