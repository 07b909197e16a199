import { pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { checkWith } from '../contractCheck.ts'
import { demand, demandEqual } from '../demand.ts'
import { copies, hear, lull, messagesOf, say } from '../saying.ts'
import { readMessages } from '../reading.ts'

const MISSING = 'the backend can’t send what nobody can read'

export const oddityChecks = ({ oddities }: ContractBackend): readonly Draft[] => [
  checkWith(oddities, MISSING, '[RCV8] what can’t be read is reported as a fault, and the link goes on', async (stage, { garbage }) => {
    const { alice, bob, talk } = await pair(stage)
    const before = await say(bob, talk)
    await hear(alice, before)
    await garbage(alice.user)
    await alice.until(event => (event.type === 'fault' ? event : undefined), 'a fault')
    const after = await say(bob, talk)
    await hear(alice, after)
    await hear(bob, await say(alice, talk))
    demandEqual([copies(alice, before), copies(alice, after)], [1, 1], 'The number of copies of messages before and after')
    demandEqual(alice.events.filter(({ type }) => type === 'synced').length, 1, 'How often the link was synced')
  }),

  checkWith(
    oddities,
    MISSING,
    '[RCV8] a body of a type that nobody knows becomes one of type unknown, live and in history',
    async (stage, { unknownBody }) => {
      const { alice, bob, talk } = await pair(stage)
      await unknownBody(bob.user, talk(bob))
      const copy = await alice.until(event => (event.type === 'message' ? event.message : undefined), 'a message that nobody can read')
      demandEqual(copy.body.type, 'unknown', 'The type of the body')
      await lull([alice], bob, talk)
      demand(messagesOf(alice.events).length === 2, 'A message that nobody can read stopped those behind it.')
      const [stored] = await readMessages(alice, talk)
      demandEqual(stored?.body.type, 'unknown', 'The type of the body in history')
    },
  ),
]
