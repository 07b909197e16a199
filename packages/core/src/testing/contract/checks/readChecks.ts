import type { ReadForms } from '../../../protocol/capabilities.ts'
import type { ReceiptTarget } from '../../../protocol/fact.ts'
import { told, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import type { Form } from '../marking.ts'
import { formsOf, mark, markOf, receiptOf, targetOf } from '../marking.ts'
import { readAll } from '../reading.ts'
import { byId, byLocalId, hear, lull, say, sayMany } from '../saying.ts'

const forms: readonly Form[] = ['upTo', 'whole', 'exactly']

const directForm = (form: Form, taken: boolean): Draft =>
  taken
    ? check(
        `[RCP2] a mark of the form ${form} in a direct conversation reaches the sender, for what it names and no more [read.direct.${form}]`,
        async stage => {
          const { alice, bob, talk, first, second, third, all } = await told(stage)
          const marked = form === 'exactly' ? [first, third] : form === 'upTo' ? [first, second] : all
          await mark(bob, talk, targetOf(bob, form, marked))
          for (const said of marked) await alice.until(receiptOf(bob.user, 'read', said, all), `a read receipt of the form ${form}`)
          await lull([alice], bob, talk)
          for (const said of all) {
            const heard = alice.events.some(event => receiptOf(bob.user, 'read', said, all)(event) !== undefined)
            demandEqual(heard, marked.includes(said), 'Whether a receipt reaches a message')
          }
        },
      )
    : check(`a mark of the form ${form} in a direct conversation is refused with unsupported [read.direct.${form}: false]`, async stage => {
        const { bob, talk, all } = await told(stage)
        const refusal = await bob.refusal(
          transport => transport.markRead(talk(bob), targetOf(bob, form, all)),
          `a mark of the form ${form}`,
        )
        demandCode(refusal, ['unsupported'], `A mark of the form ${form}`)
      })

const groupForm = (form: Form, taken: boolean): Draft =>
  taken
    ? check(`[UNR4] a mark of the form ${form} in a group reaches my other devices [read.group.${form}]`, async stage => {
        const { alice, bob, talk } = await trio(stage)
        const tablet = await stage.another(bob)
        const all = await sayMany(alice, talk, 2)
        for (const client of [bob, tablet]) for (const said of all) await hear(client, said)
        await mark(bob, talk, targetOf(bob, form, all))
        for (const said of all) await tablet.until(receiptOf(bob.user, 'read', said, all), `its own mark of the form ${form}`)
      })
    : check(`a mark of the form ${form} in a group is refused with unsupported [read.group.${form}: false]`, async stage => {
        const { alice, bob, talk } = await trio(stage)
        const said = await say(alice, talk)
        await hear(bob, said)
        const refusal = await bob.refusal(
          transport => transport.markRead(talk(bob), targetOf(bob, form, [said])),
          `a mark of the form ${form}`,
        )
        demandCode(refusal, ['unsupported'], `A mark of the form ${form}`)
      })

const tooMany = ({ exactly, maxRefs }: ReadForms): Draft => {
  const name = '[RCP2] more references than maxRefs are refused with invalid, as many are taken [read.direct.maxRefs]'
  if (!exactly || maxRefs === undefined) return notApplying(name, 'no bound is declared')
  return check(name, async stage => {
    const { bob, talk, first } = await told(stage)
    const refs = (count: number): ReceiptTarget => ({ exactly: Array.from({ length: count }, () => byId(bob, first)) })
    await mark(bob, talk, refs(maxRefs))
    const refusal = await bob.refusal(transport => transport.markRead(talk(bob), refs(maxRefs + 1)), 'a mark with too many references')
    demandCode(refusal, ['invalid', 'tooLarge'], 'A mark with too many references')
  })
}

const markChecks = ({ read: { direct }, unread, history, localIdVisible }: ContractBackend['capabilities']): readonly Draft[] => [
  check('[RCP1] an older mark is taken and moves nothing back', async stage => {
    const { alice, bob, talk, first, all } = await told(stage)
    await mark(bob, talk, markOf(bob, all))
    await mark(bob, talk, markOf(bob, [first]))
    await lull([alice], bob, talk)
    for (const said of all) {
      const heard = alice.events.some(event => receiptOf(bob.user, 'read', said, all)(event) !== undefined)
      demand(heard, 'A message that was marked is not said to be read.')
    }
    if (unread === 'list') {
      const { entries } = await bob.ask(
        transport => present(transport.conversations?.({ count: 5, only: [talk(bob)] }), 'conversation list'),
        'conversations',
      )
      demandEqual(entries[0]?.unread?.count, 0, 'The unread count after an older mark')
    }
    if (!history.includes.includes('receipts')) return
    const standing = await readAll(alice, talk)
    for (const said of all) {
      const told = standing.some(fact => receiptOf(bob.user, 'read', said, all)(fact) !== undefined)
      demand(told, 'After an older mark history tells no longer of the newer one.')
    }
  }),

  check('[RCP1] the same mark again is taken', async stage => {
    const { bob, talk, all } = await told(stage)
    await mark(bob, talk, markOf(bob, all))
    await mark(bob, talk, markOf(bob, all))
  }),

  check('[RCP3] a mark may name a message by its id alone, or by its sender’s localId where that is visible', async stage => {
    const { alice, bob, talk, first, second, all } = await told(stage)
    const target = (ref: ReturnType<typeof byId>): ReceiptTarget =>
      direct.upTo ? { upTo: ref } : direct.exactly ? { exactly: [ref] } : { whole: true }
    await mark(bob, talk, target(byId(bob, first)))
    await alice.until(receiptOf(bob.user, 'read', first, all), 'a receipt for a message named by its id')
    if (!localIdVisible) return
    await mark(bob, talk, target(byLocalId(bob, second)))
    await alice.until(receiptOf(bob.user, 'read', second, all), 'a receipt for a message named by its localId')
  }),

  check('a mark at a message that isn’t there is refused, and harms nothing', async stage => {
    const { alice, bob, talk, first, all } = await told(stage)
    const nothing = { conversation: talk(bob), id: 'no such message' }
    if (direct.upTo || direct.exactly) {
      const target: ReceiptTarget = direct.upTo ? { upTo: nothing } : { exactly: [nothing] }
      const refusal = await bob.refusal(transport => transport.markRead(talk(bob), target), 'a mark at nothing')
      demandCode(refusal, ['notFound', 'invalid'], 'A mark at nothing')
    }
    await mark(bob, talk, markOf(bob, all))
    await alice.until(receiptOf(bob.user, 'read', first, all), 'a receipt after a mark at nothing')
  }),

  check('[UNR4] my own mark reaches my other device, and a peer’s mark isn’t taken for mine', async stage => {
    const { alice, bob, talk, all } = await told(stage)
    const tablet = await stage.another(bob)
    await mark(bob, talk, markOf(bob, all))
    for (const said of all) {
      const { conversation } = await tablet.until(receiptOf(bob.user, 'read', said, all), 'its own mark')
      demandEqual(conversation ?? talk(tablet), talk(tablet), 'The conversation of the own mark')
    }
    await lull([alice], bob, talk)
    demand(!alice.events.some(event => event.type === 'receipt' && event.user === alice.user), 'A peer’s mark came as my own.')
  }),
]

export const readChecks = ({ capabilities }: ContractBackend): readonly Draft[] => {
  const { direct, group } = capabilities.read
  return [
    ...forms.map(form => directForm(form, direct[form])),
    ...forms.map(form => groupForm(form, group[form])),
    tooMany(direct),
    ...(formsOf(direct).length > 0
      ? markChecks(capabilities)
      : [notApplying('[RCP1] an older mark is taken and moves nothing back', 'the backend takes no marks in direct conversations')]),
  ]
}
