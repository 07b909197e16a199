import { outside, pair, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual } from '../demand.ts'
import { react, reactionOf, reactionsTo } from '../reacting.ts'
import type { Said } from '../saying.ts'
import { byId, hear, lull, say } from '../saying.ts'

const refusedReaction = (client: Client, said: Said, what: string): ReturnType<Client['refusal']> =>
  client.refusal(transport => transport.react?.(byId(client, said), { emoji: '👍', active: true }), what)

const withReactions: readonly Draft[] = [
  check(
    '[RCT1] a reaction reaches everybody who is there and my other device, so does taking it away, with versions that grow [reactions]',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const tablet = await stage.another(bob)
      const said = await say(alice, talk)
      for (const client of [bob, carol, tablet]) await hear(client, said)
      const versions: string[] = []
      for (const active of [true, false, true]) {
        const since = new Map([alice, carol, tablet].map(client => [client, client.events.length]))
        await react(bob, said, '👍', active)
        for (const [client, begin] of since) {
          const { version } = await client.until(reactionOf(bob.user, said, '👍', active), 'the reaction', begin)
          if (client === carol && version !== undefined) versions.push(version)
        }
      }
      demandEqual(versions, [...new Set(versions)].sort(), 'The versions, which grow')
      demand(versions.length === 0 || versions.length === 3, 'Some reactions have a version and some don’t.')
    },
  ),

  check('[RCT1] the ack of a reaction carries the version that the fact has [reactions]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    const { version } = await react(bob, said, '👍')
    const fact = await alice.until(reactionOf(bob.user, said, '👍'), 'the reaction')
    demandEqual(version, fact.version, 'The version in the ack')
  }),

  check(
    '[RCT1] reactions of others, other emoji and other messages are their own, and the same again is the same [reactions]',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const [first, second] = [await say(alice, talk), await say(alice, talk)]
      for (const client of [bob, carol]) await hear(client, second)
      for (const said of [first, second, first]) await react(bob, said, '👍')
      for (const emoji of ['👍', '👨‍👩‍👧', '__proto__']) await react(carol, first, emoji)
      await react(bob, first, '👍', false)
      await lull([alice], carol, talk)
      demandEqual(
        reactionsTo(alice.events, first),
        ['👍', '👨‍👩‍👧', '__proto__'].map(emoji => `${carol.user} ${emoji}`).sort(),
        'What stands at the first',
      )
      demandEqual(reactionsTo(alice.events, second), [`${bob.user} 👍`], 'What stands at the second')
    },
  ),

  check('[RCT1] a reaction names its message for a device that hasn’t seen it [reactions]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    const fresh = await stage.another(alice)
    await react(bob, said, '👍')
    const { target } = await fresh.until(reactionOf(bob.user, said, '👍'), 'the reaction')
    demandEqual(target.conversation ?? talk(fresh), talk(fresh), 'The conversation, as the device calls it')
    demand(stage.capabilities.ids === 'global' || target.conversation !== undefined, 'Without its conversation the id names no message.')
  }),

  check('a reaction to what isn’t there, or was recalled, is refused [reactions]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    const nothing = { ...said, id: 'no such message' }
    demandCode(await refusedReaction(bob, nothing, 'a reaction to nothing'), ['notFound', 'invalid'], 'A reaction to nothing')
    if (stage.capabilities.recall.mode !== 'server') return
    await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
    const refusal = await refusedReaction(bob, said, 'a reaction to a recalled message')
    demandCode(refusal, ['notFound', 'conflict', 'forbidden'], 'A reaction to a recalled message')
  }),

  check('[MEM1] who isn’t in a group can’t react in it [reactions]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const said = await say(alice, talk)
    const refusal = await refusedReaction(mallory, said, 'a reaction by an outsider')
    demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'A reaction by an outsider')
    await lull([alice], bob, talk)
    demandEqual(reactionsTo(alice.events, said), [], 'What stands at the message')
  }),
]

const withoutReactions = check('react is absent, or refused with unsupported [reactions: none]', async stage => {
  const { alice, talk } = await pair(stage)
  const said = await say(alice, talk)
  if (alice.transport.react === undefined) return
  demandCode(await refusedReaction(alice, said, 'react'), ['unsupported'], 'react')
})

export const reactionChecks = ({ capabilities: { reactions = false } }: ContractBackend): readonly Draft[] =>
  reactions ? withReactions : [withoutReactions]
