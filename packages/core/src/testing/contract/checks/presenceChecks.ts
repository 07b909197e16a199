import type { UserId } from '../../../model/ids.ts'
import type { Presence } from '../../../model/presence.ts'
import type { PresenceFact } from '../../../protocol/fact.ts'
import { pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demandCode, demandEqual, present } from '../demand.ts'
import { hearPresence, presencesOf } from '../standing.ts'

const watch = (client: Client, ...users: readonly UserId[]): Promise<readonly PresenceFact[]> =>
  client.ask(transport => present(transport.presence, 'presence').watch(users), 'watch')
const set = (client: Client, presence: Pick<Presence, 'state' | 'status'>): Promise<void> =>
  client.ask(transport => present(transport.presence, 'presence').set(presence), 'set')
const stateOf = (facts: readonly PresenceFact[], user: UserId): Presence['state'] | undefined =>
  facts.find(fact => fact.user === user)?.presence.state

const withPresence: readonly Draft[] = [
  check('[PRS1] the answer to watching is how they are now [presence]', async stage => {
    const { alice, bob } = await pair(stage)
    const carol = await stage.user('carol')
    await set(bob, { state: 'busy' })
    const facts = await watch(alice, bob.user, carol)
    demandEqual([stateOf(facts, bob.user), stateOf(facts, carol)], ['busy', 'offline'], 'How they are')
  }),

  check('[PRS1] who watches hears who comes and who goes [presence]', async stage => {
    const alice = await stage.online('alice')
    const bob = await stage.client(await stage.user('bob'))
    await watch(alice, bob.user)
    await bob.connect()
    await hearPresence(alice, bob.user, 'online')
    const since = alice.events.length
    bob.leave()
    await hearPresence(alice, bob.user, 'offline', since)
  }),

  check('[PRS1] who watches hears what somebody sets, with words, in versions that grow [presence]', async stage => {
    const { alice, bob } = await pair(stage)
    await watch(alice, bob.user)
    await set(bob, { state: 'away', status: 'at lunch' })
    demandEqual((await hearPresence(alice, bob.user, 'away')).status, 'at lunch', 'The words')
    await set(bob, { state: 'online' })
    await hearPresence(alice, bob.user, 'online')
    const versions = alice.events.flatMap(event => (event.type === 'presence' && event.version !== undefined ? [event.version] : []))
    demandEqual(versions, [...new Set(versions)].sort(), 'The versions, which grow')
  }),

  check('[PRS1] each call names all who are watched: of others nothing comes [presence]', async stage => {
    const { alice, bob } = await pair(stage)
    const carol = await stage.online('carol')
    await watch(alice, bob.user)
    await watch(alice, carol.user)
    const since = alice.events.length
    await set(bob, { state: 'busy' })
    await set(carol, { state: 'busy' })
    await hearPresence(alice, carol.user, 'busy', since)
    demandEqual(presencesOf(alice.events.slice(since), bob.user).length, 0, 'The number of facts about somebody whom nobody watches')
  }),

  check('[PRS1] over a new link watching begins with how they are then [presence]', async stage => {
    const { alice, bob } = await pair(stage)
    await watch(alice, bob.user)
    const { token } = alice
    alice.leave()
    await set(bob, { state: 'busy' })
    await alice.connect(token)
    demandEqual(stateOf(await watch(alice, bob.user), bob.user), 'busy', 'How somebody is')
    await set(bob, { state: 'away' })
    await hearPresence(alice, bob.user, 'away')
  }),
]

const withoutPresence: readonly Draft[] = [
  check('presence is absent, or refused with unsupported [presence: none]', async stage => {
    const { alice, bob } = await pair(stage)
    const { presence } = alice.transport
    if (presence === undefined) return
    for (const run of [() => presence.watch([bob.user]), () => presence.set({ state: 'busy' })])
      demandCode(await alice.refusal(run, 'something about presence'), ['unsupported'], 'Something about presence')
  }),
]

export const presenceChecks = ({ capabilities: { presence } }: ContractBackend): readonly Draft[] =>
  presence === true ? withPresence : withoutPresence
