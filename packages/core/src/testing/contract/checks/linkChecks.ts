import { pair, pairAndTablet } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { begun } from '../begun.ts'
import { check } from '../contractCheck.ts'
import { chatErrorOf, demand, demandCode, demandEqual } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { copies, count, draftOf, hear, lull, messagesOf, say, sayMany, wordsOf } from '../saying.ts'

const HANDED_ON = 5

export const linkChecks = ({ capabilities }: ContractBackend): readonly Draft[] => [
  check('connect is cold: without a subscription there is no link, and commands reject with offline', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const offline = await stage.restarted(alice)
    offline.transport.connect()
    for (let turn = 0; turn < HANDED_ON; turn++) await stage.turn()
    const message = draftOf(offline, talk)
    const refusal = await offline.refusal(transport => transport.send(message), 'send without a subscription')
    demandCode(refusal, ['offline'], 'send without a subscription')
    demandEqual(refusal.effect, 'none', 'The effect of a send without a link')
    demandEqual((await readMessages(bob, talk)).length, 0, 'The number of messages stored without a link')
    await offline.connect()
  }),

  check('subscribe returns before anything is emitted, on the first link and on later ones', async stage => {
    const alice = await stage.online('alice')
    for (let again = 0; again < 2; again++) {
      alice.leave()
      const before = alice.events.length
      alice.link(alice.token)
      demandEqual(alice.events.length - before, 0, 'The number of events emitted while subscribe was running')
      await alice.until(event => (event.type === 'synced' ? event : undefined), 'synced', before)
    }
  }),

  check('[LNK1] synced comes once for each link, and says whether something was missed', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await lull([alice], bob, talk)
    const synced = alice.events.filter(({ type }) => type === 'synced')
    demandEqual(synced.length, 1, 'The number of times that synced came')
    for (const event of synced)
      demand('continuity' in event && ['whole', 'gap'].includes(event.continuity), 'synced says neither whole nor gap.')
  }),

  check('[LNK1] a peer’s messages arrive live, once each, in the order in which they were sent', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const all = await sayMany(bob, talk, 12)
    await lull([alice], bob, talk)
    const heard = messagesOf(alice.events, talk(alice)).map(({ body }) => wordsOf(body))
    demandEqual(
      heard.slice(0, all.length),
      all.map(({ words }) => words),
      'What arrived',
    )
    demandEqual(heard.length, all.length + 1, 'The number of messages that arrived')
    const origins = new Set(alice.events.flatMap(event => (event.type === 'message' ? [event.origin] : [])))
    demandEqual([...origins], ['live'], 'The origin of messages that arrive as they happen')
  }),

  check('events are handed over one at a time: a command given while one is being handled brings none at once', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const answers: Promise<unknown>[] = []
    alice.react = event => {
      if (event.type !== 'message' || event.message.from !== bob.user) return
      const reply = draftOf(alice, talk)
      answers.push(begun(alice.transport.send(reply)))
      answers.push(begun(alice.transport.history({ conversation: talk(alice), count: 1, at: { newest: true } })))
      alice.transport.sendEphemeral?.(talk(alice), 'typing', true)
    }
    await sayMany(bob, talk, HANDED_ON)
    await bob.until(
      () => (messagesOf(bob.events).filter(({ from }) => from === alice.user).length === HANDED_ON ? true : undefined),
      `${HANDED_ON} replies`,
    )
    await stage.wait(Promise.all(answers), () => 'the commands given while an event was handled')
  }),

  check('after unsubscribe a link is silent', async stage => {
    const { alice, bob, talk, tablet } = await pairAndTablet(stage)
    await lull([alice, tablet], bob, talk)
    alice.leave()
    const before = alice.events.length
    await sayMany(bob, talk, HANDED_ON)
    await lull([tablet], bob, talk)
    await stage.turn()
    demandEqual(
      alice.events.slice(before).map(({ type }) => type),
      [],
      'What came after unsubscribe',
    )
  }),

  check('a subscriber that unsubscribes while an event is handed over gets no other', async stage => {
    const { alice, bob, talk, tablet } = await pairAndTablet(stage)
    alice.react = event => {
      if (event.type === 'message') alice.leave()
    }
    const since = alice.events.length
    const drafts = Array.from({ length: HANDED_ON }, () => draftOf(bob, talk))
    await bob.ask(transport => Promise.all(drafts.map(draft => transport.send(draft))), 'sends')
    await lull([tablet], bob, talk)
    demandEqual(messagesOf(alice.events.slice(since)).length, 1, 'The number of messages that came')
  }),

  check('the same transport connects again after unsubscribe, and hears what comes', async stage => {
    const { alice, bob, talk } = await pair(stage)
    alice.leave()
    await alice.connect(alice.token)
    const since = alice.events.length
    await hear(alice, await say(bob, talk), since)
  }),

  check('[CON2] unsubscribing at once, before synced, leaves nothing that stands in the way of the next link', async stage => {
    const { alice, bob, talk } = await pair(stage)
    for (let again = 0; again < 3; again++) {
      alice.leave()
      alice.link(alice.token)
      if (again > 0) await stage.turn()
    }
    alice.leave()
    await alice.connect(alice.token)
    const since = alice.events.length
    const said = await say(bob, talk)
    await hear(alice, said, since)
    await lull([alice], bob, talk)
    demandEqual(copies(alice, said), 1, 'The number of copies after connecting several times')
  }),

  check('[CON2] a second subscription beside a live one doesn’t disturb it', async stage => {
    const { alice, bob, talk } = await pair(stage)
    // Whether it is refused or shares the link is the transport's choice.
    const second = alice.transport.connect().subscribe({ error: () => {} })
    const said = await say(bob, talk)
    await hear(alice, said)
    second.unsubscribe()
    const later = await say(bob, talk)
    await hear(alice, later)
    demandEqual(copies(alice, said), 1, 'The number of copies on the first subscription')
  }),

  check('[RCV2] a message sent the instant after the peer’s synced arrives live', async stage => {
    const { alice, bob, talk } = await pair(stage)
    for (let again = 0; again < HANDED_ON; again++) {
      alice.leave()
      const since = alice.events.length
      const message = draftOf(bob, talk)
      const sending: Promise<unknown>[] = []
      alice.react = event => {
        if (event.type === 'synced') sending.push(begun(bob.transport.send(message)))
      }
      await alice.connect(alice.token)
      const origin = await alice.until(
        event => (event.type === 'message' && wordsOf(event.message.body) === wordsOf(message.body) ? event.origin : undefined),
        'the message sent the instant after its synced',
        since,
      )
      demandEqual(origin, 'live', 'The origin of a message sent the instant after synced')
      await stage.wait(Promise.all(sending), () => 'the send to be answered')
    }
  }),

  check('a command without an answer settles when its link is unsubscribed, and says what may have come of it', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const message = draftOf(alice, talk)
    const sending = alice.transport.send(message).then(
      () => 'done' as const,
      (thrown: unknown) => chatErrorOf(thrown, 'A send whose link was unsubscribed').effect,
    )
    alice.leave()
    const effect = await stage.wait(sending, () => 'a send to settle after its link was unsubscribed')
    const stored = count(await readMessages(bob, talk), wordsOf(message.body))
    if (effect === 'none') demandEqual(stored, 0, 'The number of messages stored by a send without effect')
    if (effect === 'done' && capabilities.ack === 'stored') demandEqual(stored, 1, 'The number of messages stored by a send that was acked')
  }),

  check('newLocalId is synchronous, needs no link, and never gives the same twice on any device', async stage => {
    const alice = await stage.user('alice')
    const devices = [await stage.client(alice), await stage.client(alice, 'tablet')]
    const before = await stage.restarted(await stage.client(alice))
    const ids: readonly unknown[] = [...devices, before].flatMap(({ transport }) =>
      Array.from({ length: 300 }, () => transport.newLocalId()),
    )
    for (const id of ids) demand(typeof id === 'string' && id !== '', `newLocalId gave ${String(id)}.`)
    demandEqual(new Set(ids).size, ids.length, 'The number of different localIds')
  }),

  check('[ID3] canonical, where there is one, is idempotent and leaves the transport’s own user as it is', async stage => {
    const { transport } = await stage.client(await stage.user('Alice'))
    for (const id of ['Alice', 'ALICE', 'ß', '__proto__', '😀', transport.self]) {
      const once = transport.canonical?.(id) ?? id
      demandEqual(transport.canonical?.(once) ?? once, once, `canonical(canonical(${id}))`)
    }
    demandEqual(transport.canonical?.(transport.self) ?? transport.self, transport.self, 'canonical(self)')
  }),

  check('every command without a link rejects with a ChatError, and none throws', async stage => {
    const alice = await stage.client(await stage.user('alice'))
    const conversation = `direct:${alice.user}` as const
    const target = { conversation, id: 'x' }
    const body = { type: 'text', text: 'x' } as const
    const { transport } = alice
    const commands: readonly (readonly [string, () => Promise<unknown> | undefined])[] = [
      ['send', () => transport.send({ conversation, localId: transport.newLocalId(), body })],
      ['recall', () => transport.recall(target)],
      ['markRead', () => transport.markRead(conversation, { upTo: target })],
      ['history', () => transport.history({ conversation, count: 1, at: { newest: true } })],
      ['edit', () => transport.edit?.(target, { body })],
      ['delete', () => transport.delete?.(target)],
      ['markDelivered', () => transport.markDelivered?.(conversation, { upTo: target })],
      ['conversations', () => transport.conversations?.({ count: 1 })],
      ['setConversation', () => transport.setConversation?.(conversation, { pinned: 1 })],
      ['removeConversation', () => transport.removeConversation?.(conversation, { withHistory: false })],
      ['readers', () => transport.readers?.(target, { count: 1 })],
      ['join', () => transport.join?.('room:x')],
      ['leave', () => transport.leave?.('room:x')],
      ['upload', () => transport.upload?.({ conversation, file: new Blob(['x']), name: 'x', mime: 'text/plain' })],
    ]
    for (const [name, run] of commands) {
      const asked = run()
      if (asked === undefined) continue
      const error = await alice.refusal(() => asked, `${name} without a link`)
      demandEqual(error.effect, 'none', `The effect of ${name} without a link`)
    }
    transport.sendEphemeral?.(conversation, 'typing', true)
  }),
]
