import type { Client } from '../client.ts'
import { createClient } from '../client.ts'
import { pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { checkWith } from '../contractCheck.ts'
import { chatErrorOf, demand, demandCode, demandEqual } from '../demand.ts'
import { copies, draftOf, hear, lull, say } from '../saying.ts'

const MISSING = 'the backend’s credentials can’t be made bad'

export const credentialChecks = ({ credentials }: ContractBackend): readonly Draft[] => [
  checkWith(
    credentials,
    MISSING,
    '[CON1] a wrong credential ends with closed and authRejected, and the link completes',
    async (stage, { wrong }) => {
      const user = await stage.user('alice')
      const impostor: Client = createClient(await wrong(user), user, 'stranger', stage)
      impostor.link()
      const { error } = await impostor.until(event => (event.type === 'closed' ? event : undefined), 'closed after a wrong credential')
      demandCode(chatErrorOf(error, 'closed'), ['authRejected'], 'A link with a wrong credential')
      demand('completed' in (await impostor.end()), 'A link with a wrong credential ended with an error: the core would try again.')
      demand(
        impostor.events.every(({ type }) => type !== 'synced'),
        'A link with a wrong credential was synced.',
      )
      demandEqual(impostor.breaches, [], 'What else was wrong on the link')
    },
  ),

  checkWith(
    credentials,
    MISSING,
    '[CON3] a credential that expires in mid-session is asked for anew once, for many commands, and none fails',
    async (stage, { expire, asked }) => {
      const { alice, bob, talk } = await pair(stage)
      await hear(bob, await say(alice, talk))
      const before = asked(alice.user)
      await expire(alice.user)
      const drafts = Array.from({ length: 5 }, () => draftOf(alice, talk))
      await alice.ask(
        transport =>
          Promise.all([
            ...drafts.map(draft => transport.send(draft)),
            transport.history({ conversation: talk(alice), count: 5, at: { newest: true } }),
          ]),
        'commands after the credential has expired',
      )
      demandEqual(asked(alice.user) - before, 1, 'How often a credential was asked for')
    },
  ),

  checkWith(credentials, MISSING, '[CON3] nothing is lost or doubled while a credential is renewed', async (stage, { expire }) => {
    const { alice, bob, talk } = await pair(stage)
    await hear(alice, await say(bob, talk))
    const since = alice.events.length
    await expire(alice.user)
    const all = [await say(bob, talk), await say(bob, talk)]
    const own = await say(alice, talk)
    await hear(bob, own)
    await lull([alice], bob, talk)
    const gap = alice.events.slice(since).some(event => event.type === 'synced' && event.continuity === 'gap')
    for (const said of all) {
      const times = copies(alice, said)
      demand(
        times === 1 || (gap && times === 0),
        `A message came ${times} times while the credential was renewed${gap ? ', a gap said' : ''}.`,
      )
    }
  }),

  checkWith(
    credentials,
    MISSING,
    '[CON3] a link opened with an expired credential asks for a fresh one and is synced',
    async (stage, { expire, asked }) => {
      const { alice, bob, talk } = await pair(stage)
      alice.leave()
      await expire(alice.user)
      const before = asked(alice.user)
      await alice.connect(alice.token)
      demandEqual(asked(alice.user) - before, 1, 'How often a credential was asked for')
      await hear(bob, await say(alice, talk))
    },
  ),
]
