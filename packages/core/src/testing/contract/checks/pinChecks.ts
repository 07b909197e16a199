import type { Capabilities } from '../../../protocol/capabilities.ts'
import type { Fact } from '../../../protocol/fact.ts'
import { outside, pair, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual } from '../demand.ts'
import { pin, pinOf } from '../pinning.ts'
import { readPage } from '../reading.ts'
import type { Said } from '../saying.ts'
import { byId, hear, lull, say, sayMany } from '../saying.ts'

const refusedPin = (client: Client, said: Said, what: string): ReturnType<Client['refusal']> =>
  client.refusal(transport => transport.pin?.(byId(client, said), true), what)

const isPinned = (facts: readonly Fact[], { id }: Said): boolean => {
  const told = facts.flatMap(fact => (fact.type === 'pinned' && fact.id === id ? [fact] : []))
  const [last] = [...told].sort((a, b) => ((a.version ?? '') < (b.version ?? '') ? 1 : -1))
  return last?.pinned === true
}

const always: readonly Draft[] = [
  check(
    '[PIN1] a pin reaches everybody who is there and my other device, so does unpinning, with who did it and versions that grow [pins]',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const tablet = await stage.another(alice)
      const said = await say(bob, talk)
      for (const client of [alice, carol, tablet]) await hear(client, said)
      const versions: string[] = []
      for (const pinned of [true, false, true]) {
        const since = new Map([bob, carol, tablet].map(client => [client, client.events.length]))
        await pin(alice, said, pinned)
        for (const [client, begin] of since) {
          const fact = await client.until(pinOf(alice.user, said, pinned), 'the pin', begin)
          demandEqual(fact.conversation, talk(client), 'The conversation of the pin')
          if (client === carol && fact.version !== undefined) versions.push(fact.version)
        }
      }
      demandEqual(versions, [...new Set(versions)].sort(), 'The versions, which grow')
      demand(versions.length === 0 || versions.length === 3, 'Some pins have a version and some don’t.')
    },
  ),

  check('[PIN1] the ack of a pin carries the version that the fact has [pins]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(bob, talk)
    await hear(alice, said)
    const { version } = await pin(alice, said)
    demandEqual(version, (await bob.until(pinOf(alice.user, said), 'the pin')).version, 'The version in the ack')
  }),

  check('[PIN1] both of two people may pin, and the same again is the same [pins]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const [first, second] = [await say(alice, talk), await say(alice, talk)]
    await hear(bob, second)
    for (const said of [first, second, first]) await pin(bob, said)
    await pin(alice, first, false)
    await bob.until(pinOf(alice.user, first, false), 'the message to be unpinned')
    await alice.until(pinOf(bob.user, second), 'the pin')
  }),

  check('[PIN1] a pin names its message for a device that hasn’t seen it [pins]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    const fresh = await stage.another(alice)
    await pin(bob, said)
    const fact = await fresh.until(pinOf(bob.user, said), 'the pin')
    demandEqual(fact.conversation, talk(fresh), 'The conversation, as the device calls it')
  }),

  check('a pin of what isn’t there, or was recalled, is refused [pins]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    const nothing = { ...said, id: 'no such message' }
    demandCode(await refusedPin(bob, nothing, 'a pin of nothing'), ['notFound', 'invalid'], 'A pin of nothing')
    if (stage.capabilities.recall.mode !== 'server') return
    await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
    const refusal = await refusedPin(bob, said, 'a pin of a recalled message')
    demandCode(refusal, ['notFound', 'conflict', 'forbidden'], 'A pin of a recalled message')
  }),

  check('[MEM1] who isn’t in a group can’t pin in it [pins]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const said = await say(alice, talk)
    const refusal = await refusedPin(mallory, said, 'a pin by an outsider')
    demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'A pin by an outsider')
    await lull([alice], bob, talk)
    demand(
      alice.events.every(({ type }) => type !== 'pinned'),
      'A pin that was refused was told.',
    )
  }),
]

const byMembers = check('[PIN1] any member of a group may pin [pins: members]', async stage => {
  const { alice, bob, talk } = await trio(stage)
  const said = await say(alice, talk)
  await hear(bob, said)
  await pin(bob, said)
  await alice.until(pinOf(bob.user, said), 'the pin')
})

const byModerators = check('[PIN1] who has no say in a group is refused with forbidden [pins: moderators]', async stage => {
  const { alice, bob, carol, talk } = await trio(stage)
  const said = await say(bob, talk)
  await hear(alice, said)
  demandCode(await refusedPin(bob, said, 'a pin by an ordinary member'), ['forbidden'], 'A pin by an ordinary member')
  await lull([carol], bob, talk)
  demand(
    carol.events.every(({ type }) => type !== 'pinned'),
    'A pin that was refused was told.',
  )
})

const inPages = check(
  '[PIN1] a page that reaches the live end tells of a pin on a message that isn’t on it, until that is unpinned [history.includes: pins]',
  async stage => {
    const { alice, bob, talk } = await pair(stage)
    const [first] = [await say(alice, talk), ...(await sayMany(alice, talk, 3))]
    await pin(alice, first)
    const newest = async (): Promise<readonly Fact[]> => (await readPage(bob, talk, { newest: true }, 1)).facts
    demand(isPinned(await newest(), first), 'The newest page doesn’t tell of the pin.')
    await pin(alice, first, false)
    demand(!isPinned(await newest(), first), 'The newest page tells of a pin that is no more.')
  },
)

const withoutPins = check('pin is absent, or refused with unsupported [pins: none]', async stage => {
  const { alice, talk } = await pair(stage)
  const said = await say(alice, talk)
  if (alice.transport.pin === undefined) return
  demandCode(await refusedPin(alice, said, 'pin'), ['unsupported'], 'pin')
})

const withPins = (pins: NonNullable<Capabilities['pins']>, { includes }: Capabilities['history']): readonly Draft[] => [
  ...always,
  pins === 'members' ? byMembers : byModerators,
  ...(includes.includes('pins') ? [inPages] : []),
]

export const pinChecks = ({ capabilities: { pins, history } }: ContractBackend): readonly Draft[] =>
  pins === undefined ? [withoutPins] : withPins(pins, history)
