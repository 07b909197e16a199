import type { ContactState } from '../../../model/contact.ts'
import type { ContactOps } from '../../../protocol/transport.ts'
import { pair, pairAndTablet } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { hearContact } from '../standing.ts'

const NOBODY = 'there-is-no-such-user-anywhere'
const WORDS = 'We met at the lake.'

const ask = <T>(client: Client, what: keyof ContactOps, run: (ops: ContactOps) => Promise<T>): Promise<T> =>
  client.ask(transport => run(present(transport.contacts, 'contacts')), what)
const add = (client: Client, other: Client, message?: string): Promise<void> =>
  ask(client, 'add', ops => ops.add(other.user, message === undefined ? {} : { message }))
/** The two know each other. */
const befriend = async (one: Client, other: Client): Promise<void> => {
  await add(one, other)
  await hearContact(other, one.user, 'incoming')
  await ask(other, 'accept', ops => ops.accept(one.user))
  await hearContact(one, other.user, 'contact')
}
/** How people stand to a client, as the whole list has it. */
const listed = async (client: Client): Promise<readonly (readonly [string, ContactState])[]> => {
  const { contacts } = await ask(client, 'list', ops => ops.list())
  return contacts.flatMap(({ user, state }) => (state === 'none' ? [] : [[user, state] as const])).sort()
}

const withContacts: readonly Draft[] = [
  check('[CTC1] a request reaches who is asked, with its words, and my other device [contacts]', async stage => {
    const { alice, bob, tablet } = await pairAndTablet(stage)
    await add(alice, bob, WORDS)
    demandEqual((await hearContact(bob, alice.user, 'incoming')).message, WORDS, 'The words of the request')
    for (const device of [alice, tablet]) await hearContact(device, bob.user, 'outgoing')
  }),

  check('[CTC1] who accepts a request is a contact of who asked, on all devices of both [contacts]', async stage => {
    const { alice, bob, tablet } = await pairAndTablet(stage)
    await add(alice, bob)
    await hearContact(bob, alice.user, 'incoming')
    await ask(bob, 'accept', ops => ops.accept(alice.user))
    await hearContact(bob, alice.user, 'contact')
    for (const device of [alice, tablet]) await hearContact(device, bob.user, 'contact')
  }),

  check('[CTC1] who asks somebody that asks already accepts [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    await add(alice, bob)
    await hearContact(bob, alice.user, 'incoming')
    await add(bob, alice)
    await hearContact(alice, bob.user, 'contact')
    await hearContact(bob, alice.user, 'contact')
  }),

  check('[CTC1] a request that is declined makes no contact, and who asked hears of it [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    await add(alice, bob)
    await hearContact(bob, alice.user, 'incoming')
    await ask(bob, 'decline', ops => ops.decline(alice.user))
    await hearContact(alice, bob.user, 'declined')
    await hearContact(bob, alice.user, 'none')
    demandEqual(await listed(bob), [], 'Who stands to somebody that declined')
  }),

  check('[CTC1] a request can be taken back, and a contact be ended, for both [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    const carol = await stage.online('carol')
    await add(alice, bob)
    await hearContact(bob, alice.user, 'incoming')
    await befriend(carol, alice)
    for (const other of [bob, carol]) {
      await ask(alice, 'remove', ops => ops.remove(other.user))
      await hearContact(other, alice.user, 'none')
      await hearContact(alice, other.user, 'none')
      demandEqual(await listed(other), [], 'Who stands to somebody that was left')
    }
  }),

  check('[CTC1] the list is whole, mine alone, and no older than what was told [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    const carol = await stage.online('carol')
    await befriend(alice, bob)
    await add(carol, alice, WORDS)
    await hearContact(alice, carol.user, 'incoming')
    const list = await ask(alice, 'list', ops => ops.list())
    demand(list.whole === true, 'The list doesn’t say that it is whole.')
    const told = alice.events.flatMap(event => (event.type === 'contacts' ? [event.version ?? ''] : []))
    demand(
      told.every(version => version <= (list.version ?? '')),
      'The list has a version below what was told before.',
    )
    demandEqual(list.contacts.find(({ user }) => user === carol.user)?.message, WORDS, 'The words of a request in the list')
    const all = [[bob.user, 'contact'] as const, [carol.user, 'incoming'] as const]
    demandEqual(await listed(alice), all.sort(), 'The list')
    demandEqual(await listed(carol), [[alice.user, 'outgoing']], 'The list of who asks')
  }),

  check('accepting or declining what nobody asked, and asking nobody, is refused with notFound [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    const refused = (run: (ops: ContactOps) => Promise<void>, what: string) =>
      alice.refusal(transport => run(present(transport.contacts, 'contacts')), what)
    demandCode(await refused(ops => ops.accept(bob.user), 'accept'), ['notFound'], 'Accepting what nobody asked')
    demandCode(await refused(ops => ops.decline(bob.user), 'decline'), ['notFound'], 'Declining what nobody asked')
    demandCode(await refused(ops => ops.add(NOBODY, {}), 'add'), ['notFound'], 'Asking nobody')
  }),

  check('[CTC1] what changed while a device was away comes after its token, or stands in the list after a gap [contacts]', async stage => {
    const { alice, bob } = await pair(stage)
    await add(alice, bob)
    await hearContact(bob, alice.user, 'incoming')
    const { token } = alice
    alice.leave()
    await ask(bob, 'accept', ops => ops.accept(alice.user))
    await hearContact(bob, alice.user, 'contact')
    const since = alice.events.length
    const { continuity } = await alice.connect(token)
    if (continuity === 'whole') await hearContact(alice, bob.user, 'contact', since)
    else demandEqual(await listed(alice), [[bob.user, 'contact']], 'The list after a gap')
  }),
]

const withoutContacts: readonly Draft[] = [
  check('contacts are absent, or refused with unsupported [contacts: none]', async stage => {
    const { alice, bob } = await pair(stage)
    const { contacts } = alice.transport
    if (contacts === undefined) return
    for (const run of [() => contacts.list(), () => contacts.add(bob.user, {}), () => contacts.accept(bob.user)])
      demandCode(await alice.refusal(run, 'something about contacts'), ['unsupported'], 'Something about contacts')
  }),
]

export const contactChecks = ({ capabilities: { contacts } }: ContractBackend): readonly Draft[] =>
  contacts === true ? withContacts : withoutContacts
