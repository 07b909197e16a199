import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'

const NOBODY = 'there-is-no-such-user-anywhere'

const withUsers: readonly Draft[] = [
  check('[USR1] those who are known come by the ids that were asked for, each with a name, and nobody else does [users]', async stage => {
    const alice = await stage.online('alice')
    const [bob, carol] = [await stage.user('bob'), await stage.user('carol')]
    const asked = [bob, NOBODY, alice.user]
    const users = await alice.ask(transport => present(transport.users?.(asked), 'users'), 'users')
    demandEqual(users.map(({ id }) => id).sort(), [alice.user, bob].sort(), `Who is known of those two and nobody, ${carol} not asked for,`)
    demand(
      users.every(({ name }) => typeof name === 'string' && name !== ''),
      'Somebody has no name.',
    )
  }),
]

const withoutUsers: readonly Draft[] = [
  check('users is absent, or refused with unsupported [users: none]', async stage => {
    const alice = await stage.online('alice')
    if (alice.transport.users === undefined) return
    demandCode(await alice.refusal(transport => transport.users?.([alice.user]), 'users'), ['unsupported'], 'users')
  }),
]

export const userChecks = ({ capabilities: { users } }: ContractBackend): readonly Draft[] => (users === true ? withUsers : withoutUsers)
