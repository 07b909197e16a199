import type { Attachment, Body } from '../../../model/body.ts'
import type { Capabilities } from '../../../protocol/capabilities.ts'
import type { OutgoingMessage } from '../../../protocol/remoteMessage.ts'
import { pair, pairAndTablet, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, checkWith } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { copies, count, draftOf, hear, lull, say, sent, wordsOf } from '../saying.ts'
import type { Client } from '../client.ts'
import type { Stage, Talk } from '../stage.ts'

/** Sends a message again that was acked, and says how often it is stored then. */
const twice = async (stage: Stage, again: (alice: Client, message: OutgoingMessage) => Promise<void>): Promise<number> => {
  const { alice, bob, talk } = await pair(stage)
  const message = draftOf(alice, talk)
  const first = await sent(alice, talk, message, await alice.ask(transport => transport.send(message), 'send'))
  await again(alice, message)
  const second = await alice.ask(transport => transport.send(message), 'a repeated send')
  await lull([bob], alice, talk)
  const stored = count(await readMessages(bob, talk), first.words)
  if (stored === 1)
    demandEqual(
      { id: second.id, position: second.position },
      { id: first.ack.id, position: first.ack.position },
      'The ack of the repeated send',
    )
  demandEqual(copies(bob, first), stored, 'The number of copies that the peer got')
  return stored
}

const STILL = 'the backend’s clock can’t be moved'
const none = (): Promise<void> => Promise.resolve()

const dedupeChecks = ({ capabilities: { dedupe }, advance }: ContractBackend): readonly Draft[] => {
  if (dedupe === 'none') {
    return [
      check('the same localId twice is two messages [dedupe: none]', async stage => {
        demandEqual(await twice(stage, none), 2, 'The number of messages stored')
      }),
    ]
  }
  const label = dedupe === 'always' ? 'always' : 'window'
  return [
    check(`[SND5] the same localId twice is one message, with the same ack [dedupe: ${label}]`, async stage => {
      demandEqual(await twice(stage, none), 1, 'The number of messages stored')
    }),
    check(`[SND5] the same localId twice at the same time is one message [dedupe: ${label}]`, async stage => {
      const { alice, bob, talk } = await pair(stage)
      const message = draftOf(alice, talk)
      const [one, other] = await alice.ask(
        transport => Promise.all([transport.send(message), transport.send(message)]),
        'two sends of one message',
      )
      const said = await sent(alice, talk, message, one)
      demandEqual(other.id, one.id, 'The id in the other ack')
      await lull([bob], alice, talk)
      demandEqual(count(await readMessages(bob, talk), said.words), 1, 'The number of messages stored')
      demandEqual(copies(bob, said), 1, 'The number of copies that the peer got')
    }),
    check(`[SND5] the same localId over two links is one message [dedupe: ${label}]`, async stage => {
      const again = async (alice: Client): Promise<void> => {
        alice.leave()
        await alice.connect(alice.token)
      }
      demandEqual(await twice(stage, again), 1, 'The number of messages stored')
    }),
    dedupe === 'always'
      ? checkWith(advance, STILL, '[SND5] the same localId an hour later is one message [dedupe: always]', async (stage, pass) => {
          demandEqual(await twice(stage, () => pass(60 * 60_000)), 1, 'The number of messages stored')
        })
      : checkWith(advance, STILL, 'the same localId after the window is another message [dedupe: window]', async (stage, pass) => {
          demandEqual(await twice(stage, () => pass(dedupe.windowMs + 1_000)), 2, 'The number of messages stored')
        }),
  ]
}

/** Somewhere on the web: a backend need not fetch it. */
const attachment: Attachment = { name: 'lake.bin', mime: 'application/octet-stream', size: 3, url: 'https://example.com/lake.bin' }
const thumbnail = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** Bodies that have to come out as they went in, everywhere. */
const bodies: readonly (readonly [string, Body])[] = [
  ['a text', { type: 'text', text: 'plain' }],
  ['emoji only', { type: 'text', text: '👩‍👩‍👧‍👦🇪🇺' }],
  ['a text with line breaks, quotes, U+2028 and a tag', { type: 'text', text: 'a\n"b"\u2028<b>&amp;' }],
  ['a text with mentions', { type: 'text', text: 'hello', mentions: ['__proto__', 'bob'] }],
  ['a text that mentions everyone', { type: 'text', text: 'hello', mentions: 'everyone' }],
  ['a picture on the web', { type: 'urlImage', url: 'https://example.com/lake.jpg', name: 'lake.jpg', width: 4, height: 3 }],
  ['a place', { type: 'location', lat: -33.8568, lng: 151.2153, name: 'Opera House', address: 'Bennelong Point' }],
  ['a place at the end of the world', { type: 'location', lat: 90, lng: -180 }],
  ['an unknown body', { type: 'unknown', original: { type: 'hologram', size: 3 } }],
]

/** The same where files may be sent. */
const withFiles: readonly (readonly [string, Body])[] = [
  ['a file', { type: 'file', attachment }],
  ['a picture', { type: 'image', attachment, width: 4, height: 3, thumbnail }],
  ['a sound', { type: 'audio', attachment, durationMs: 1_500 }],
  ['a film', { type: 'video', attachment, durationMs: 1_500, width: 4, height: 3, thumbnail }],
]

const roundTrip = (what: string, body: Body, label = ''): Draft =>
  check(`${what} comes out as it went in, live and in history${label}`, async stage => {
    const { alice, bob, talk } = await pair(stage)
    const ack = await alice.ask(transport => transport.send(draftOf(alice, talk, { body })), 'send')
    const copy = await bob.until(event => (event.type === 'message' && event.message.from === alice.user ? event.message : undefined), what)
    if (ack.id !== undefined) demandEqual(copy.id, ack.id, 'The id of the copy')
    demandEqual(copy.body, body, 'The body that arrived')
    const [stored] = await readMessages(bob, talk)
    demandEqual(present(stored, 'message in history').body, body, 'The body in history')
  })

const nested: Body = {
  type: 'custom',
  event: 'poll',
  data: Object.fromEntries([
    ['__proto__', { a: 1 }],
    ['list', [1, [2], {}]],
    ['no', null],
  ]),
}
const flat: Body = {
  type: 'custom',
  event: 'poll',
  data: Object.fromEntries([
    ['__proto__', 'a'],
    ['no', ''],
  ]),
}

const customChecks = ({ customValues = 'json' }: Capabilities): readonly Draft[] =>
  customValues === 'json'
    ? [roundTrip('a custom body', nested, ' [customValues: json]')]
    : [
        roundTrip('a custom body of strings', flat, ' [customValues: strings]'),
        check('a custom body with other values than strings is refused with invalid [customValues: strings]', async stage => {
          const { alice, bob, talk } = await pair(stage)
          const refusal = await alice.refusal(transport => transport.send(draftOf(alice, talk, { body: nested })), 'a nested custom body')
          demandCode(refusal, ['invalid'], 'A nested custom body')
          await lull([bob], alice, talk)
          demandEqual((await readMessages(bob, talk)).length, 1, 'The number of messages stored')
        }),
      ]

export const sendChecks = (backend: ContractBackend): readonly Draft[] => [
  ...dedupeChecks(backend),

  ...bodies.map(([what, body]) => roundTrip(what, body)),
  ...(backend.capabilities.attachments === undefined ? [] : withFiles).map(([what, body]) => roundTrip(what, body, ' [attachments]')),
  ...customChecks(backend.capabilities),

  check('ext, and what a message answers, travel along', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const question = await say(bob, talk)
    const ext = { order: 7, 'a.b': ['😀'], nested: { constructor: 'x' } }
    const answer = await say(alice, talk, { ext, replyTo: { conversation: talk(alice), id: question.id } })
    const copy = await hear(bob, answer)
    demandEqual(copy.ext, ext, 'The ext that arrived')
    demandEqual(copy.replyTo?.id, question.id, 'The id of what is answered')
    demandEqual(copy.replyTo?.conversation ?? talk(bob), talk(bob), 'The conversation of what is answered, as its reader calls it')
  }),

  check('[FWD1] whose words they were travels along with what is forwarded', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const passed = await say(alice, talk, { forwardedFrom: 'somebody else' })
    demandEqual((await hear(bob, passed)).forwardedFrom, 'somebody else', 'Whose words arrived')
    const [stored] = await readMessages(bob, talk)
    demandEqual(stored?.forwardedFrom, 'somebody else', 'Whose words stand in history')
  }),

  check('[RCV7] a command reaches who is there', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const body: Body = { type: 'command', action: 'refresh', params: { what: 'all' } }
    await alice.ask(transport => transport.send(draftOf(alice, talk, { body })), 'send')
    const copy = await bob.until(event => (event.type === 'message' ? event.message : undefined), 'the command')
    demandEqual(copy.body, body, 'The command that arrived')
  }),

  check('a message to some members is seen by no other, or is refused', async stage => {
    const { alice, bob, carol, talk } = await trio(stage)
    const message = draftOf(alice, talk, { to: [bob.user] })
    const outcome = await stage.wait(
      alice.transport.send(message).then(
        ack => ({ ack }),
        (error: unknown) => ({ error }),
      ),
      () => 'an answer to a directed send',
    )
    const words = wordsOf(message.body)
    if ('ack' in outcome)
      demandEqual((await hear(bob, { from: alice.user, words })).to ?? [bob.user], [bob.user], 'Whom it is said to be for')
    await lull([bob, carol], alice, talk)
    demandEqual(count(await readMessages(carol, talk), words) + copies(carol, { words }), 0, 'The number of copies that another member got')
  }),

  check('[SND11] a message above maxMessageBytes is refused with tooLarge, and isn’t stored [maxMessageBytes]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    // Fewer characters than the bound, more bytes.
    const text = 'é'.repeat(Math.ceil(backend.capabilities.maxMessageBytes * 0.6))
    const refusal = await alice.refusal(
      transport => transport.send(draftOf(alice, talk, { body: { type: 'text', text } })),
      'a message that is too large',
    )
    demandCode(refusal, ['tooLarge'], 'A message that is too large')
    demandEqual(refusal.effect, 'none', 'The effect of a message that is too large')
    const said = await say(alice, talk)
    await hear(bob, said)
    demandEqual(
      (await readMessages(bob, talk)).map(({ body }) => wordsOf(body)),
      [said.words],
      'What is stored',
    )
  }),

  check('a message just below maxMessageBytes is taken [maxMessageBytes]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const empty = JSON.stringify({ body: { type: 'text', text: '' } }).length
    const text = 'x'.repeat(backend.capabilities.maxMessageBytes - empty)
    await alice.ask(transport => transport.send(draftOf(alice, talk, { body: { type: 'text', text } })), 'send of a large message')
    const copy = await bob.until(event => (event.type === 'message' ? event.message : undefined), 'a large message')
    demand(wordsOf(copy.body) === text, 'A large message arrived changed.')
  }),

  check('[SND2] conversations don’t wait for each other: a refused send leaves the others alone', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const nowhere: Talk = () => 'group:nobody-made-this-group'
    const [refusal, said] = await Promise.all([
      alice.refusal(transport => transport.send(draftOf(alice, nowhere)), 'send to a group that isn’t there'),
      say(alice, talk),
    ])
    demandCode(refusal, ['groupNotFound', 'notFound', 'notMember', 'forbidden'], 'A send to a group that isn’t there')
    await hear(bob, said)
  }),

  check('[UNR5] my own device hears of what another of mine has sent, as mine', async stage => {
    const { alice, tablet, talk } = await pairAndTablet(stage)
    const copy = await hear(tablet, await say(alice, talk))
    demandEqual(
      { conversation: copy.conversation, from: copy.from },
      { conversation: talk(tablet), from: alice.user },
      'The copy on the other device',
    )
  }),
]
