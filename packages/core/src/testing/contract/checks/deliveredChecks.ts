import { told } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, present } from '../demand.ts'
import { receiptOf } from '../marking.ts'
import { byId, lull } from '../saying.ts'

const manual: readonly Draft[] = [
  check('[RCP7] markDelivered reaches the sender as a delivered receipt, and nothing does without it [delivered: manual]', async stage => {
    const { alice, bob, talk, third, all } = await told(stage)
    await lull([alice], bob, talk)
    demand(!alice.events.some(({ type }) => type === 'receipt'), 'A receipt came by itself.')
    const target = { upTo: { ...byId(bob, third), position: third.position } }
    await bob.ask(transport => present(transport.markDelivered?.(talk(bob), target), 'markDelivered'), 'markDelivered')
    for (const said of all) await alice.until(receiptOf(bob.user, 'delivered', said, all), 'a delivered receipt')
    await lull([alice], bob, talk)
    demand(!alice.events.some(event => event.type === 'receipt' && event.kind === 'read'), 'A delivered mark came as a read one.')
  }),
]

const refused = (delivered: string): Draft =>
  check(`markDelivered is absent, or refused with unsupported [delivered: ${delivered}]`, async stage => {
    const { bob, talk, third } = await told(stage)
    if (bob.transport.markDelivered === undefined) return
    const refusal = await bob.refusal(transport => transport.markDelivered?.(talk(bob), { upTo: byId(bob, third) }), 'markDelivered')
    demandCode(refusal, ['unsupported'], 'markDelivered')
  })

export const deliveredChecks = ({ capabilities: { delivered } }: ContractBackend): readonly Draft[] => {
  if (delivered === 'manual') return manual
  return [
    delivered === 'auto'
      ? check('[RCP7] what reached a device is told to the sender as delivered, by itself [delivered: auto]', async stage => {
          const { alice, bob, all } = await told(stage)
          for (const said of all) await alice.until(receiptOf(bob.user, 'delivered', said, all), 'a delivered receipt')
        })
      : check('no delivered receipt ever comes [delivered: none]', async stage => {
          const { alice, bob, talk } = await told(stage)
          await lull([alice], bob, talk)
          demand(!alice.events.some(event => event.type === 'receipt' && event.kind === 'delivered'), 'A delivered receipt came.')
        }),
    refused(delivered),
  ]
}
