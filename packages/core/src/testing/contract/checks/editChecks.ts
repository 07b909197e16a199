import type { EditedFact, Fact } from '../../../protocol/fact.ts'
import type { TransportEvent } from '../../../protocol/transport.ts'
import { outside, pair, pairAndTablet, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, checkWith, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import type { Said } from '../saying.ts'
import { byId, hear, lull, names, newWords, say, wordsOf } from '../saying.ts'

const editOf =
  (said: Said, words: string) =>
  (event: TransportEvent | Fact): EditedFact | undefined =>
    event.type === 'edited' && names(event.target, said) && wordsOf(event.body) === words ? event : undefined

const edit = (client: Client, said: Said, words: string): Promise<unknown> =>
  client.ask(transport => present(transport.edit?.(byId(client, said), { body: { type: 'text', text: words } }), 'edit'), 'edit')

const refusedEdit = (client: Client, said: Said, what: string): ReturnType<Client['refusal']> =>
  client.refusal(transport => transport.edit?.(byId(client, said), { body: { type: 'text', text: newWords() } }), what)

const withEdit = ({ capabilities, advance }: ContractBackend, windowMs: number | undefined): readonly Draft[] => [
  check(
    '[EDT1] an edit by its author reaches peers and my other device, with its new body and a version that grows [edit]',
    async stage => {
      const { alice, bob, tablet, talk } = await pairAndTablet(stage)
      const said = await say(alice, talk)
      for (const client of [bob, tablet]) await hear(client, said)
      const versions: string[] = []
      for (const words of [newWords(), newWords(), newWords()]) {
        await edit(alice, said, words)
        for (const client of [bob, tablet]) {
          const { by, as } = await client.until(editOf(said, words), 'the edit')
          demandEqual({ by, as }, { by: alice.user, as: 'author' }, 'Who edited, and as whom')
        }
        const { version } = await bob.until(editOf(said, words), 'the edit')
        if (version !== undefined) versions.push(version)
      }
      demandEqual(versions, [...new Set(versions)].sort(), 'The versions, which grow')
      demand(versions.length === 0 || versions.length === 3, 'Some edits have a version and some don’t.')
    },
  ),

  check('[CVG3] the ack of an edit carries the version that the fact has [edit]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    const words = newWords()
    const ack = await alice.ask(
      transport => present(transport.edit?.(byId(alice, said), { body: { type: 'text', text: words } }), 'edit'),
      'edit',
    )
    demandEqual(ack.version, (await bob.until(editOf(said, words), 'the edit')).version, 'The version in the ack')
  }),

  check('[RCL3] an edit by who didn’t write the message is refused with forbidden [edit]', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const said = await say(alice, talk)
    await hear(bob, said)
    demandCode(await refusedEdit(bob, said, 'an edit by a stranger'), ['forbidden'], 'An edit by a stranger')
    await lull([carol], bob, talk)
    demand(
      carol.events.every(({ type }) => type !== 'edited'),
      'An edit that was refused was told.',
    )
  }),

  check('[RCL3] an edit by who isn’t in the group is refused [edit]', async stage => {
    const { alice, mallory, talk } = await outside(stage)
    const refusal = await refusedEdit(mallory, await say(alice, talk), 'an edit by an outsider')
    demandCode(refusal, ['forbidden', 'notMember', 'notFound', 'groupNotFound'], 'An edit by an outsider')
  }),

  check('an edit of what isn’t there, or of what was recalled, is refused [edit]', async stage => {
    const { alice, talk } = await pair(stage)
    const said = await say(alice, talk)
    const nothing = { ...said, id: 'no such message' }
    demandCode(await refusedEdit(alice, nothing, 'an edit of nothing'), ['notFound'], 'An edit of nothing')
    if (capabilities.recall.mode !== 'server') return
    await alice.ask(transport => transport.recall(byId(alice, said)), 'recall')
    demandCode(
      await refusedEdit(alice, said, 'an edit of a recalled message'),
      ['notFound', 'conflict', 'forbidden'],
      'An edit of a recalled message',
    )
  }),

  check('an edit above maxMessageBytes is refused with tooLarge [edit, maxMessageBytes]', async stage => {
    const { alice, talk } = await pair(stage)
    const said = await say(alice, talk)
    const body = { type: 'text', text: 'é'.repeat(Math.ceil(capabilities.maxMessageBytes * 0.6)) } as const
    const refusal = await alice.refusal(transport => transport.edit?.(byId(alice, said), { body }), 'an edit that is too large')
    demandCode(refusal, ['tooLarge'], 'An edit that is too large')
  }),

  windowMs === undefined
    ? notApplying('an edit after the window is refused with editTooLate [edit.windowMs]', 'no window is declared')
    : checkWith(
        advance,
        'the backend’s clock can’t be moved',
        'an edit after the window is refused with editTooLate [edit.windowMs]',
        async (stage, pass) => {
          const { alice, talk } = await pair(stage)
          const said = await say(alice, talk)
          await pass(windowMs / 2)
          await edit(alice, said, newWords())
          await pass(windowMs)
          demandCode(await refusedEdit(alice, said, 'an edit after the window'), ['editTooLate'], 'An edit after the window')
        },
      ),
]

const withoutEdit = check('edit is absent, or refused with unsupported [edit: none]', async stage => {
  const { alice, talk } = await pair(stage)
  const said = await say(alice, talk)
  if (alice.transport.edit === undefined) return
  demandCode(await refusedEdit(alice, said, 'edit'), ['unsupported'], 'edit')
})

export const editChecks = (backend: ContractBackend): readonly Draft[] => {
  const { edit: declared } = backend.capabilities
  return declared === undefined ? [withoutEdit] : withEdit(backend, declared.windowMs)
}
