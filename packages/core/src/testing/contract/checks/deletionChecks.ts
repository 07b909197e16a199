import type { DeletedFact } from '../../../protocol/fact.ts'
import type { TransportEvent } from '../../../protocol/transport.ts'
import { outside, pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import type { Said } from '../saying.ts'
import { byId, count, hear, lull, names, say } from '../saying.ts'

const deletionOf =
  (said: Said) =>
  (event: TransportEvent): DeletedFact | undefined => {
    if (event.type !== 'deleted') return undefined
    const gone = 'through' in event.target ? event.target.through >= said.position : event.target.exactly.some(ref => names(ref, said))
    return gone ? event : undefined
  }

const remove = (client: Client, said: Said): Promise<unknown> =>
  client.ask(transport => present(transport.delete?.(byId(client, said)), 'delete'), 'delete')

const forMe = check(
  '[DEL1] a message that I delete goes from all my devices and my history, and stays with my peer [deletion: forMe]',
  async stage => {
    const { alice, bob, talk } = await pair(stage)
    const tablet = await stage.another(bob)
    const [said, kept] = [await say(alice, talk), await say(alice, talk)]
    for (const client of [bob, tablet]) await hear(client, kept)
    await remove(bob, said)
    await tablet.until(deletionOf(said), 'the deletion')
    await lull([alice], bob, talk)
    demandEqual(
      alice.events.filter(event => deletionOf(said)(event) !== undefined).length,
      0,
      'The number of deletions that the peer was told of',
    )
    demandEqual(
      [count(await readMessages(bob, talk), said.words), count(await readMessages(bob, talk), kept.words)],
      [0, 1],
      'What I can read',
    )
    demandEqual(count(await readMessages(alice, talk), said.words), 1, 'What my peer can read')
  },
)

const forAll = check('[DEL1] a message that its author deletes goes for everybody [deletion: forAll]', async stage => {
  const { alice, bob, talk } = await pair(stage)
  const tablet = await stage.another(alice)
  const said = await say(alice, talk)
  for (const client of [bob, tablet]) await hear(client, said)
  await remove(alice, said)
  for (const client of [bob, tablet]) await client.until(deletionOf(said), 'the deletion')
  for (const reader of [alice, bob]) demandEqual(count(await readMessages(reader, talk), said.words), 0, 'The number of messages left')
})

const notMine = check('[DEL1] a message of somebody else can’t be deleted for all [deletion: forAll]', async stage => {
  const { alice, bob, talk } = await pair(stage)
  const said = await say(alice, talk)
  await hear(bob, said)
  const refusal = await bob.refusal(transport => transport.delete?.(byId(bob, said)), 'deleting for all what somebody else said')
  demandCode(refusal, ['forbidden'], 'Deleting for all what somebody else said')
  demandEqual(count(await readMessages(alice, talk), said.words), 1, 'The number of messages left')
})

const outsiders = check('deleting in a group where one isn’t is refused [deletion]', async stage => {
  const { alice, mallory, talk } = await outside(stage)
  const said = await say(alice, talk)
  const refusal = await mallory.refusal(transport => transport.delete?.(byId(mallory, said)), 'deleting as an outsider')
  demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'Deleting as an outsider')
})

const none = check('delete is absent, or refused with unsupported [deletion: none]', async stage => {
  const { alice, talk } = await pair(stage)
  const said = await say(alice, talk)
  if (alice.transport.delete === undefined) return
  demandCode(await alice.refusal(transport => transport.delete?.(byId(alice, said)), 'delete'), ['unsupported'], 'delete')
})

export const deletionChecks = ({ capabilities: { deletion } }: ContractBackend): readonly Draft[] => {
  if (deletion === 'none') return [none]
  return deletion === 'forMe' ? [forMe, outsiders] : [forAll, notMine, outsiders]
}
