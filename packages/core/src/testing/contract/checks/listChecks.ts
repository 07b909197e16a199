import type { Mentions } from '../../../model/body.ts'
import type { ConversationId } from '../../../model/ids.ts'
import type { Json } from '../../../model/json.ts'
import { copyJson } from '../../../flow/copyJson.ts'
import { pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { entryOf, list } from '../listing.ts'
import { formsOf, mark, markOf } from '../marking.ts'
import type { Said } from '../saying.ts'
import { draftOf, hear, lull, newWords, say, sayMany, sent, wordsOf } from '../saying.ts'
import type { Stage, Talk } from '../stage.ts'
import { between } from '../stage.ts'

const groupsOf = async (stage: Stage, alice: Client, bob: Client, count: number): Promise<readonly Talk[]> => {
  const talks: Talk[] = []
  for (let made = 0; made < count; made++) {
    const group = await stage.group([alice, bob])
    await say(bob, () => group)
    talks.push(() => group)
  }
  return talks
}

const unreadChecks = ({ read, unread }: ContractBackend['capabilities']): readonly Draft[] => {
  if (unread === 'none') {
    return [
      check('[RCP5] entries tell no unread number [unread: none]', async stage => {
        const { alice, bob, talk } = await pair(stage)
        await hear(alice, await say(bob, talk))
        demandEqual(present(await entryOf(alice, talk), 'entry of the conversation').unread, undefined, 'The unread of an entry')
      }),
    ]
  }
  const name = '[UNR2] an entry’s unread counts what others said since my mark, and says as of which message [unread: list]'
  if (formsOf(read.direct).length === 0) return [notApplying(name, 'the backend takes no marks in direct conversations')]
  return [
    check(name, async stage => {
      const { alice, bob, talk } = await pair(stage)
      const unreadOf = async () => present((await entryOf(alice, talk))?.unread, 'unread in the entry')
      const all = await sayMany(bob, talk, 3)
      for (const said of all) await hear(alice, said)
      const fresh = await unreadOf()
      demandEqual(fresh.count, 3, 'The unread count before a mark')
      if (fresh.asOf !== undefined) demandEqual(fresh.asOf, all[2]?.position, 'As of which message it is counted')
      await mark(alice, talk, markOf(alice, all.slice(0, 2)))
      const rest = await unreadOf()
      demandEqual(rest.count, 1, 'The unread count after a mark on two of three')
      demand(rest.mark === undefined || rest.mark === all[1]?.position, `The mark it is counted from is ${rest.mark ?? ''}.`)
      await mark(alice, talk, markOf(alice, all))
      await hear(bob, await say(alice, talk))
      demandEqual((await unreadOf()).count, 0, 'The unread count after a mark on all, and a message of my own')
      await hear(alice, await say(bob, talk))
      demandEqual((await unreadOf()).count, 1, 'The unread count after another message')
    }),

    check('[MEN1] an entry’s mentions are the unread that name me, or everyone, where it tells any [unread: list]', async stage => {
      const { alice, bob, talk } = await pair(stage)
      const mentionsOf = async () => present((await entryOf(alice, talk))?.unread, 'unread in the entry').mentions
      const speak = async (mentions: Mentions): Promise<Said> => {
        const draft = draftOf(bob, talk, { body: { type: 'text', text: newWords(), mentions } })
        return sent(bob, talk, draft, await bob.ask(transport => transport.send(draft), 'send'))
      }
      const all = [await say(bob, talk), await speak([bob.user]), await speak([alice.user]), await speak('everyone')]
      await lull([alice], bob, talk)
      const fresh = await mentionsOf()
      if (fresh === undefined) return
      demandEqual(fresh, 2, 'The mentions before a mark')
      await mark(alice, talk, markOf(alice, all.slice(0, 3)))
      demandEqual(await mentionsOf(), 1, 'The mentions after a mark on one of them')
    }),

    check('[UNR5] commands don’t count as unread [unread: list]', async stage => {
      const { alice, bob, talk } = await pair(stage)
      await say(bob, talk)
      await bob.ask(
        transport =>
          transport.send({ conversation: talk(bob), localId: transport.newLocalId(), body: { type: 'command', action: 'refresh' } }),
        'send',
      )
      await lull([alice], bob, talk)
      const { count } = present((await entryOf(alice, talk))?.unread, 'unread in the entry')
      demandEqual(count, 2, 'The unread count of two texts and a command')
    }),
  ]
}

const listChecksWith = (backend: ContractBackend): readonly Draft[] => [
  check('[CNV1] a conversation is in the list with its last message, once, after the first thing said [conversationList]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await say(bob, talk)
    const last = await say(alice, talk)
    for (const client of [alice, bob]) {
      const { entries } = await list(client, { count: 20 })
      const [entry, ...others] = entries.filter(({ id }) => id === talk(client))
      demandEqual(others, [], 'Other entries of the same conversation')
      const { last: shown } = present(entry, 'entry of the conversation')
      if (shown === undefined) continue
      demandEqual(
        { words: wordsOf(shown.body), id: shown.id, conversation: shown.conversation },
        { words: last.words, id: last.id, conversation: talk(client) },
        'The last message of the entry',
      )
    }
  }),

  check('paging through the list repeats nothing and leaves nothing out, with cursors that are JSON [conversationList]', async stage => {
    const { alice, bob } = await pair(stage)
    const talks = await groupsOf(stage, alice, bob, 5)
    const ids: ConversationId[] = []
    let cursor: Json | undefined
    do {
      const page = await list(alice, { count: 2, ...(cursor !== undefined && { cursor }) })
      demand(page.entries.length <= 2, `A page of at most 2 entries has ${page.entries.length}.`)
      ids.push(...page.entries.map(({ id }) => id))
      cursor = page.next === undefined ? undefined : copyJson(page.next, 'A cursor')
    } while (cursor !== undefined && ids.length <= 20)
    demandEqual([...ids].sort(), talks.map(talk => talk(alice)).sort(), 'The conversations on all pages')
  }),

  check(
    'a message between two pages of the list repeats no conversation, and leaves none of the others out [conversationList]',
    async stage => {
      const { alice, bob } = await pair(stage)
      const talks = await groupsOf(stage, alice, bob, 4)
      const first = await list(alice, { count: 2 })
      const unseen = present(
        talks.find(talk => !first.entries.some(({ id }) => id === talk(alice))),
        'conversation beyond the first page',
      )
      await hear(alice, await say(bob, unseen))
      const second = await list(alice, { count: 10, cursor: present(first.next, 'way to the second page') })
      const ids = [...first.entries, ...second.entries].map(({ id }) => id)
      demandEqual(ids.length - new Set(ids).size, 0, 'The number of conversations that came on two pages')
      for (const talk of talks) demand(talk === unseen || ids.includes(talk(alice)), 'A conversation where nothing happened was left out.')
    },
  ),

  check('[CNV4] asking for some conversations gives those and no others [conversationList]', async stage => {
    const { alice, bob } = await pair(stage)
    const [first, , third] = (await groupsOf(stage, alice, bob, 3)).map(talk => talk(alice))
    const only = [present(first, 'conversation'), present(third, 'conversation')]
    const { entries } = await list(alice, { count: 10, only })
    demandEqual(entries.map(({ id }) => id).sort(), [...only].sort(), 'The conversations that came')
  }),

  check('the list has conversations of mine only [conversationList]', async stage => {
    const [alice, bob, carol] = [await stage.online('alice'), await stage.online('bob'), await stage.online('carol')]
    await groupsOf(stage, alice, bob, 1)
    await say(alice, between(alice, bob))
    demandEqual(
      (await list(carol, { count: 10 })).entries.filter(({ last }) => last !== undefined),
      [],
      'What somebody sees who has talked to nobody',
    )
  }),

  check('a cursor of another kind is refused with invalid [conversationList]', async stage => {
    const alice = await stage.online('alice')
    for (const cursor of ['rubbish', { no: 'cursor' }, 7]) {
      const refusal = await alice.refusal(transport => transport.conversations?.({ count: 2, cursor }), 'the list at no cursor')
      demandCode(refusal, ['invalid', 'notFound'], `The list at ${JSON.stringify(cursor)}`)
    }
  }),

  ...unreadChecks(backend.capabilities),
]

const withoutList = check('conversations is absent, or refused with unsupported [conversationList: false]', async stage => {
  const { alice, bob, talk } = await pair(stage)
  await say(bob, talk)
  if (alice.transport.conversations === undefined) return
  demandCode(await alice.refusal(transport => transport.conversations?.({ count: 5 }), 'conversations'), ['unsupported'], 'conversations')
})

export const listChecks = (backend: ContractBackend): readonly Draft[] =>
  backend.capabilities.conversationList ? listChecksWith(backend) : [withoutList]
