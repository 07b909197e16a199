import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { checkWith } from '../contractCheck.ts'
import { demandCode, demandEqual, present } from '../demand.ts'
import { draftOf, hear, lull, messagesOf, say } from '../saying.ts'
import { between } from '../stage.ts'

const MISSING = 'the backend has no rooms to make'

export const roomChecks = ({ makeRoom }: ContractBackend): readonly Draft[] => [
  checkWith(makeRoom, MISSING, '[MEM1] who joins a room hears what is said there, and may speak', async (stage, make) => {
    const [alice, bob] = [await stage.online('alice'), await stage.online('bob')]
    const room = await make('lobby')
    const talk = () => room
    demandCode(
      await alice.refusal(transport => transport.send(draftOf(alice, talk)), 'a send before joining'),
      ['notMember', 'forbidden'],
      'A send before joining',
    )
    for (const client of [alice, bob]) await client.ask(transport => present(transport.join?.(room), 'join'), 'join')
    await alice.ask(transport => present(transport.join?.(room), 'join'), 'join again')
    await hear(bob, await say(alice, talk))
    await hear(alice, await say(bob, talk))
  }),

  checkWith(makeRoom, MISSING, '[MEM1] who leaves a room hears nothing more of it, and may not speak', async (stage, make) => {
    const [alice, bob] = [await stage.online('alice'), await stage.online('bob')]
    const room = await make('lobby')
    const talk = () => room
    for (const client of [alice, bob]) await client.ask(transport => present(transport.join?.(room), 'join'), 'join')
    await hear(bob, await say(alice, talk))
    await bob.ask(transport => present(transport.leave?.(room), 'leave'), 'leave')
    const since = bob.events.length
    await say(alice, talk)
    await lull([bob], alice, between(alice, bob))
    demandEqual(messagesOf(bob.events.slice(since), room).length, 0, 'The number of messages after leaving')
    demandCode(
      await bob.refusal(transport => transport.send(draftOf(bob, talk)), 'a send after leaving'),
      ['notMember', 'forbidden'],
      'A send after leaving',
    )
  }),
]
