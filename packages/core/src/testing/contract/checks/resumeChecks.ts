import type { ResumeToken } from '../../../protocol/transport.ts'
import { copyJson } from '../../../flow/copyJson.ts'
import { pair, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandEqual, present } from '../demand.ts'
import { pin, pinOf } from '../pinning.ts'
import { react, reactionOf } from '../reacting.ts'
import { byId, copies, count, lull, messagesOf, names, say, sayMany } from '../saying.ts'
import type { Client, Synced } from '../client.ts'

/** What came before `synced` of the last link, and what it said. */
const connectAgain = async (
  client: Client,
  token: ResumeToken | undefined,
): Promise<{ readonly synced: Synced; readonly before: Client['events'] }> => {
  client.leave()
  const since = client.events.length
  const synced = await client.connect(token)
  const came = client.events.slice(since)
  return { synced, before: came.slice(0, came.indexOf(synced)) }
}

/** The last checkpoint as it comes back from where it was stored. */
const stored = ({ token }: Client): ResumeToken => copyJson(present(token, 'checkpoint'), 'A resume token')

const withoutResume: readonly Draft[] = [
  check('no checkpoint is given, and every link begins with a gap [resume: false]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    demand(alice.token === undefined, 'A checkpoint was given, but resume is declared as absent.')
    demandEqual((await connectAgain(alice, undefined)).synced.continuity, 'gap', 'What a second link says')
  }),
]

const withResume: readonly Draft[] = [
  check('[RES1] from a token on, all that was missed comes before synced, once, in order [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const seen = await say(bob, talk)
    await lull([alice], bob, talk)
    const token = stored(alice)
    alice.leave()
    const missed = await sayMany(bob, talk, 5)
    const { synced, before } = await connectAgain(alice, token)
    demandEqual(synced.continuity, 'whole', 'What synced says after a short absence')
    demandEqual(
      messagesOf(before).map(({ position }) => position),
      missed.map(({ position }) => position),
      'The positions of what came before synced',
    )
    demandEqual(copies(alice, seen), 1, 'The number of copies of what came before the checkpoint')
    const origins = new Set(before.flatMap(event => (event.type === 'message' ? [event.origin] : [])))
    demandEqual([...origins], ['catchup'], 'The origin of what was missed')
  }),

  check('[RES1] a device that was restarted goes on from its token, or hears of a gap [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    const token = stored(alice)
    const again = await stage.restarted(alice)
    const missed = await sayMany(bob, talk, 3)
    const { continuity } = await again.connect(token)
    await lull([again], bob, talk)
    for (const { words } of missed) {
      const times = count(messagesOf(again.events), words)
      demand(times === 1 || (continuity === 'gap' && times === 0), `After ${continuity} a missed message came ${times} times.`)
    }
  }),

  check('[RES1] an old token brings everything since, or a gap is said [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    const old = alice.token
    const since = await sayMany(bob, talk, 4)
    await lull([alice], bob, talk)
    const again = await stage.restarted(alice)
    const { synced, before } = await connectAgain(again, old)
    if (synced.continuity === 'gap') return
    for (const { words } of since) demandEqual(count(messagesOf(before), words), 1, 'The number of copies of a message after an old token')
  }),

  check('[RES1] a token from before a later link brings everything since, or a gap is said [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    const old = alice.token
    await connectAgain(alice, old)
    const [said] = await sayMany(bob, talk, 3)
    await lull([alice], bob, talk)
    const { synced, before } = await connectAgain(alice, old)
    if (synced.continuity === 'whole')
      demandEqual(count(messagesOf(before), present(said, 'message').words), 1, 'The number of copies of a message after an old token')
  }),

  check('[RES1] another user’s token, and one of another device, say gap [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    await lull([bob], alice, talk)
    const tablet = await stage.another(alice)
    await lull([tablet], bob, talk)
    const unseen = await stage.client(alice.user, 'laptop')
    for (const token of [bob.token, tablet.token]) {
      const { synced } = await connectAgain(unseen, present(token, 'checkpoint'))
      demandEqual(synced.continuity, 'gap', 'What synced says after a foreign token')
    }
  }),

  check('[RES1] a token that isn’t the backend’s says gap, and is no reason to stay away [resume]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const fresh = await stage.restarted(alice)
    for (const token of [{ nobody: 'gave this' }, 'rubbish', null]) {
      const { synced } = await connectAgain(fresh, token)
      demandEqual(synced.continuity, 'gap', `What synced says after ${JSON.stringify(token)} as a token`)
    }
    await lull([fresh], bob, talk)
  }),

  check('[RCV4] recalls, edits, reactions and pins that were missed come along with the messages [resume]', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const { recall, edit, reactions, pins } = stage.capabilities
    const [first, second] = [await say(bob, talk), await say(bob, talk)]
    await lull([alice], carol, talk)
    const { token } = alice
    alice.leave()
    if (recall.mode !== 'none') await bob.ask(transport => transport.recall(byId(bob, first)), 'recall')
    const body = { type: 'text', text: 'changed' } as const
    if (edit !== undefined) await bob.ask(transport => present(transport.edit?.(byId(bob, second), { body }), 'edit'), 'edit')
    if (reactions === true) await react(carol, second, '👍')
    if (pins === 'members') await pin(carol, second)
    const { synced, before } = await connectAgain(alice, token)
    demandEqual(synced.continuity, 'whole', 'What synced says after a short absence')
    if (recall.mode !== 'none')
      demand(
        before.some(event => event.type === 'recalled' && names(event.target, first)),
        'A recall that was missed did not come.',
      )
    if (edit !== undefined)
      demand(
        before.some(event => event.type === 'edited' && names(event.target, second)),
        'An edit that was missed did not come.',
      )
    if (reactions === true)
      demand(
        before.some(event => reactionOf(carol.user, second, '👍')(event) !== undefined),
        'A reaction that was missed did not come.',
      )
    if (pins === 'members')
      demand(
        before.some(event => pinOf(carol.user, second)(event) !== undefined),
        'A pin that was missed did not come.',
      )
  }),
]

export const resumeChecks = ({ capabilities: { resume } }: ContractBackend): readonly Draft[] => (resume ? withResume : withoutResume)
