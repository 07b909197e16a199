import type { Capabilities, HistoryInclusion } from '../../../protocol/capabilities.ts'
import type { Fact } from '../../../protocol/fact.ts'
import { pair, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandEqual, present } from '../demand.ts'
import { formsOf, markOf } from '../marking.ts'
import { pin, pinOf } from '../pinning.ts'
import { react, reactionOf } from '../reacting.ts'
import { readAll } from '../reading.ts'
import { byId, hear, lull, messagesOf, names, say, wordsOf } from '../saying.ts'
import type { Said } from '../saying.ts'
import type { Stage, Talk } from '../stage.ts'

/** Does something to a message that is in history, and says which fact of a page tells of it. */
interface Past {
  readonly kind: HistoryInclusion
  /** Why the backend has nothing of the kind to tell: then it can't be declared either. */
  readonly impossible: (capabilities: Capabilities) => string | undefined
  /** Why it can't be brought about here. */
  readonly outOfReach?: (capabilities: Capabilities) => string | undefined
  readonly happen: (stage: Stage) => Promise<{ readonly reader: Client; readonly talk: Talk; readonly tells: (fact: Fact) => boolean }>
}

const body = { type: 'text', text: 'changed' } as const

const pasts: readonly Past[] = [
  {
    kind: 'edits',
    impossible: ({ edit }) => (edit === undefined ? 'the backend has no edits' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(bob, talk)
      await bob.ask(transport => present(transport.edit?.(byId(bob, said), { body }), 'edit'), 'edit')
      return { reader: alice, talk, tells: fact => fact.type === 'edited' && names(fact.target, said) }
    },
  },
  {
    kind: 'recalls',
    impossible: ({ recall }) => (recall.mode === 'none' ? 'the backend has no recalls' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(bob, talk)
      await bob.ask(transport => transport.recall(byId(bob, said)), 'recall')
      return { reader: alice, talk, tells: fact => fact.type === 'recalled' && names(fact.target, said) }
    },
  },
  {
    kind: 'deletions',
    impossible: ({ deletion }) => (deletion === 'none' ? 'the backend has no deletions' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(alice, talk)
      await hear(bob, await say(alice, talk))
      await alice.ask(transport => present(transport.delete?.(byId(alice, said)), 'delete'), 'delete')
      return {
        reader: alice,
        talk,
        tells: fact =>
          fact.type === 'deleted' &&
          ('through' in fact.target ? fact.target.through >= said.position : fact.target.exactly.some(ref => names(ref, said))),
      }
    },
  },
  {
    kind: 'receipts',
    impossible: ({ read: { direct, group }, delivered }) =>
      delivered === 'none' && formsOf(direct).length + formsOf(group).length === 0 ? 'the backend takes no marks' : undefined,
    outOfReach: ({ read }) => (formsOf(read.direct).length === 0 ? 'the backend takes no marks in direct conversations' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(alice, talk)
      await hear(bob, said)
      await bob.ask(transport => transport.markRead(talk(bob), markOf(bob, [said])), 'markRead')
      await alice.until(event => (event.type === 'receipt' && event.kind === 'read' ? event : undefined), 'the receipt')
      return { reader: alice, talk, tells: fact => fact.type === 'receipt' && fact.user === bob.user && fact.kind === 'read' }
    },
  },
  {
    kind: 'counts',
    impossible: ({ readCount }) => (readCount === 'none' || readCount === 'derived' ? 'the backend has no counts' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await trio(stage)
      const said = await say(alice, talk, { wantsReadCount: true })
      await hear(bob, said)
      await bob.ask(transport => transport.markRead(talk(bob), markOf(bob, [said])), 'markRead')
      await alice.until(event => (event.type === 'readCount' && event.read === 1 ? event : undefined), 'the count')
      return { reader: alice, talk, tells: fact => fact.type === 'readCount' && names(fact.target, said) && fact.read === 1 }
    },
  },
  {
    kind: 'reactions',
    impossible: ({ reactions }) => (reactions === true ? undefined : 'the backend has no reactions'),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(alice, talk)
      await hear(bob, said)
      await react(bob, said, '👍')
      return { reader: alice, talk, tells: fact => reactionOf(bob.user, said, '👍')(fact) !== undefined }
    },
  },
  {
    kind: 'pins',
    impossible: ({ pins }) => (pins === undefined ? 'the backend has no pins' : undefined),
    async happen(stage) {
      const { alice, bob, talk } = await pair(stage)
      const said = await say(alice, talk)
      await hear(bob, said)
      await pin(bob, said)
      return { reader: alice, talk, tells: fact => pinOf(bob.user, said)(fact) !== undefined }
    },
  },
]

const includeCheck = (capabilities: Capabilities, { kind, impossible, outOfReach, happen }: Past): Draft => {
  const included = capabilities.history.includes.includes(kind)
  const name = included
    ? `[RCV4] history tells of ${kind} [history.includes: ${kind}]`
    : `history doesn’t tell of ${kind} [history.includes: not ${kind}]`
  const reason = impossible(capabilities)
  if (reason !== undefined && !included) return notApplying(name, reason)
  const hindrance = reason === undefined ? outOfReach?.(capabilities) : undefined
  if (hindrance !== undefined) return notApplying(name, hindrance)
  return check(name, async stage => {
    demand(reason === undefined, `History is declared to include ${kind}, but ${reason ?? ''}.`)
    const { reader, talk, tells } = await happen(stage)
    const told = (await readAll(reader, talk)).some(tells)
    demand(told === included, `History ${told ? 'tells' : 'doesn’t tell'} of ${kind}.`)
  })
}

/** What the page of a reader says that a message reads. */
const bodyInHistory = async (reader: Client, talk: Talk, { id }: Said): Promise<string | undefined> => {
  const stored = messagesOf(await readAll(reader, talk)).find(message => message.id === id)
  return stored === undefined ? undefined : wordsOf(stored.body)
}

export const pageChecks = ({ capabilities }: ContractBackend): readonly Draft[] => {
  const { edit, history } = capabilities
  const returnsName = `[EDT1] an edited message stands in history ${history.returns === 'current' ? 'as it is now' : 'as it was sent'} [history.returns: ${history.returns}]`
  return [
    ...pasts.map(past => includeCheck(capabilities, past)),

    edit === undefined
      ? notApplying(returnsName, 'the backend has no edits')
      : check(returnsName, async stage => {
          const { alice, bob, talk } = await pair(stage)
          const said = await say(bob, talk)
          await bob.ask(transport => present(transport.edit?.(byId(bob, said), { body }), 'edit'), 'edit')
          await lull([alice], bob, talk)
          demandEqual(await bodyInHistory(alice, talk, said), history.returns === 'current' ? body.text : said.words, 'The text in history')
          if (history.returns === 'current')
            demand(
              history.includes.includes('edits'),
              'History returns current bodies but no edits: nobody could tell that they aren’t the first.',
            )
        }),
  ]
}
