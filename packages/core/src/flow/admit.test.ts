import { describe, expect, it } from 'vitest'
import type { ChatError } from '../model/error.ts'
import { isChatError } from '../model/error.ts'
import { direct, group } from '../model/ids.ts'
import type { Fact } from '../protocol/fact.ts'
import { admit } from './admit.ts'

const home = group('g')
const target = { conversation: home, id: 'm1' }
const message = (more: object = {}): unknown => ({
  type: 'message',
  origin: 'live',
  message: { conversation: home, from: 'bob', id: 'm1', position: '1', sentAt: 1, body: { type: 'text', text: 'words' }, ...more },
})
const entry = (more: object): unknown => ({ type: 'conversation', origin: 'live', entry: { id: home, ...more } })
const fact = (type: string, more: object): unknown => ({ type, origin: 'live', ...more })

/** What enters of something that a transport tells, and what is reported. */
const entering = (
  given: unknown,
  fold?: (id: string) => string,
): { readonly facts: readonly Fact[]; readonly errors: readonly ChatError[] } => {
  const errors: ChatError[] = []
  const told = admit({ type: 'fact', fact: given as Fact, seq: 1, seenAt: 0 }, fold, error => errors.push(error))
  return { facts: told.flatMap(one => (one.type === 'fact' ? [one.fact] : [])), errors }
}
const bodyOf = (given: unknown): unknown => {
  const [admitted] = entering(message({ body: given })).facts
  return admitted?.type === 'message' ? admitted.message.body : undefined
}
const reported = (given: unknown): readonly unknown[] => entering(given).errors.map(({ code, path }) => [code, path])

const attachment = { name: 'a.png', mime: 'image/png', size: 1, url: 'https://example.com/a.png' }

describe('[RCV8, SEC1] a body', () => {
  it.each([
    { type: 'text', text: 'words', mentions: ['alice'] },
    { type: 'text', text: '', mentions: 'everyone' },
    { type: 'image', attachment, width: 1, height: 2, thumbnail: 'data:image/png;base64,AA==' },
    { type: 'urlImage', url: 'https://example.com/b.png', name: 'b' },
    { type: 'file', attachment },
    { type: 'audio', attachment, durationMs: 5 },
    { type: 'video', attachment, durationMs: 5, width: 1 },
    { type: 'location', lat: -90, lng: 180, name: 'there' },
    { type: 'command', action: 'refresh', params: { a: [1] } },
    { type: 'custom', event: 'vote', data: { on: 'lunch' } },
    { type: 'notice', event: 'joined', users: ['carol'] },
    { type: 'unknown', original: 5 },
  ])('that is whole enters as it is: $type', body => {
    expect(bodyOf(body)).toEqual(body)
    expect(reported(message({ body }))).toEqual([])
  })

  it.each([
    ['no text', { type: 'text' }, 'body.text'],
    ['a number for a text', { type: 'text', text: 42 }, 'body.text'],
    ['mentions that are no ids', { type: 'text', text: 'a', mentions: ['bob', 5] }, 'body.mentions[1]'],
    ['no attachment', { type: 'image' }, 'body.attachment'],
    ['an attachment that is null', { type: 'video', attachment: null }, 'body.attachment'],
    ['an attachment of nothing', { type: 'file', attachment: {} }, 'body.attachment.name'],
    ['a URL that is no text', { type: 'audio', attachment: { ...attachment, url: 5 } }, 'body.attachment.url'],
    ['a place off the earth', { type: 'location', lat: 91, lng: 0 }, 'body.lat'],
    ['no action', { type: 'command' }, 'body.action'],
    ['data that is a list', { type: 'custom', event: 'vote', data: [] }, 'body.data'],
    ['a notice of nobody knows what', { type: 'notice', event: 'exploded' }, 'body.event'],
    ['a type of tomorrow', { type: 'hologram', beams: 3 }, 'body.type'],
    ['a type that every object has', { type: 'constructor' }, 'body.type'],
    ['nothing', null, 'body'],
    ['a text alone', 'words', 'body'],
  ])('with %s becomes unknown, with what came', (_what, body, path) => {
    expect(bodyOf(body)).toEqual({ type: 'unknown', original: body })
    expect(reported(message({ body }))).toEqual([['protocol', path]])
  })

  it('that JSON can’t carry becomes unknown, with nothing', () => {
    const loop: Record<string, unknown> = { type: 'loop' }
    loop['self'] = loop
    expect([bodyOf(loop), bodyOf({ type: 'run', run: () => 1 }), bodyOf(undefined)]).toEqual([
      { type: 'unknown' },
      { type: 'unknown' },
      { type: 'unknown' },
    ])
  })

  it('of an edit becomes unknown, too; an edit without one is none', () => {
    const edited = (body: unknown): unknown => fact('edited', { target, by: 'bob', as: 'author', body })
    expect(entering(edited({ type: 'text' })).facts).toMatchObject([{ body: { type: 'unknown' } }])
    expect([entering(edited(undefined)).facts, reported(edited(undefined))]).toEqual([[], [['protocol', 'body']]])
  })
})

describe('[SEC2] a URL that could run', () => {
  const run = 'javascript:alert(1)'

  it('is taken out of an attachment, with what only its sender’s device can mean', () => {
    const body = { type: 'image', attachment: { ...attachment, url: run, preview: 'blob:x', file: { path: '/etc', size: 1 } } }
    expect(bodyOf(body)).toEqual({ type: 'image', attachment: { name: 'a.png', mime: 'image/png', size: 1 } })
    expect(reported(message({ body }))).toEqual([
      ['invalid', 'body.attachment.file'],
      ['invalid', 'body.attachment.preview'],
      ['invalid', 'body.attachment.url'],
    ])
  })

  it.each([run, 'https://example.com/a.png', 'data:text/html,x', 'data:image/svg+xml,x'])('is no thumbnail: %s', thumbnail => {
    const body = { type: 'video', attachment, thumbnail }
    expect(bodyOf(body)).toEqual({ type: 'video', attachment })
    expect(reported(message({ body }))).toEqual([['invalid', 'body.thumbnail']])
  })

  it('makes a picture on the web unknown, for nothing of it is left', () => {
    expect(bodyOf({ type: 'urlImage', url: run })).toEqual({ type: 'unknown' })
    expect(reported(message({ body: { type: 'urlImage', url: run } }))).toEqual([['invalid', 'body.url']])
  })

  it('is taken out of a line of the list, the last message included', () => {
    const { message: last } = message({ body: { type: 'urlImage', url: run } }) as { message: object }
    const { facts, errors } = entering(entry({ title: 'Team', avatar: run, last }))
    expect(facts).toMatchObject([{ entry: { title: 'Team', last: { body: { type: 'unknown' } } } }])
    expect(JSON.stringify(facts)).not.toContain('javascript')
    expect(errors.map(({ path }) => path)).toEqual(['entry.avatar', 'body.url'])
  })
})

describe('[SEC1] what is malformed is reported and left out', () => {
  const membership = { conversation: home, user: 'bob', state: 'member' }
  const receipt = (more: object): unknown => fact('receipt', { conversation: home, user: 'bob', kind: 'read', ...more })
  it.each<[string, unknown, string | undefined]>([
    ['nothing', null, undefined],
    ['a number', 5, undefined],
    ['a type that there isn’t', fact('nonsense', {}), 'type'],
    ['an origin that there isn’t', { ...(message() as object), origin: 'yesterday' }, 'origin'],
    ['no message', fact('message', { message: null }), 'message'],
    ['a message without a name', message({ id: undefined }), 'message'],
    ['an empty id', message({ id: '' }), 'message.id'],
    ['an empty position', message({ position: '' }), 'message.position'],
    ['a position that is a number', message({ position: 7 }), 'message.position'],
    ['no conversation', message({ conversation: 'somewhere' }), 'message.conversation'],
    ['a time that is none', message({ sentAt: Number.NaN }), 'message.sentAt'],
    ['an ext that is null', message({ ext: null }), 'message.ext'],
    ['a reply to nothing', message({ replyTo: {} }), 'message.replyTo'],
    ['an act of a king', fact('recalled', { target, by: 'bob', as: 'king' }), 'as'],
    ['a recall of nothing', fact('recalled', { target: {}, by: 'bob', as: 'author' }), 'target'],
    ['a recall at no time', fact('recalled', { target, by: 'bob', as: 'author', at: Number.NaN }), 'at'],
    [
      'a version that is a number',
      fact('edited', { target, by: 'bob', as: 'author', body: { type: 'text', text: 'x' }, version: 3 }),
      'version',
    ],
    ['a mark of no kind', receipt({ kind: 'seen', target: { upTo: { position: '1' } } }), 'kind'],
    ['a mark at nothing', receipt({ target: null }), 'target'],
    ['a mark up to a number', receipt({ target: { upTo: { position: 5 } } }), 'target.upTo.position'],
    ['a mark through a number', receipt({ target: { whole: true, through: 7 } }), 'target.through'],
    ['a mark at a list of holes', receipt({ target: { exactly: [target, {}] } }), 'target.exactly[1]'],
    ['a count of a word', fact('readCount', { target, read: 1, of: 'x' }), 'of'],
    ['a deletion through a number', fact('deleted', { conversation: home, target: { through: 7 } }), 'target.through'],
    ['a removal through a number', fact('conversationRemoved', { conversation: home, through: 7 }), 'through'],
    ['a negative number of unread', entry({ unread: { count: -1 } }), 'entry.unread.count'],
    ['a number of unread up to nowhere', entry({ unread: { count: 2, asOf: 7 } }), 'entry.unread.asOf'],
    ['a number of unread from nowhere', entry({ unread: { count: 2, mark: '' } }), 'entry.unread.mark'],
    ['a title that is a number', entry({ title: 5 }), 'entry.title'],
    ['a rank that is a word', entry({ pinned: 'x' }), 'entry.pinned'],
    ['a last message without a sender', entry({ last: { conversation: home, id: 'm1', body: null } }), 'entry.last.from'],
    ['a standing that there isn’t', fact('membership', { membership: { ...membership, state: 'king' } }), 'membership.state'],
    ['a role that there isn’t', fact('membership', { membership: { ...membership, role: 'king' } }), 'membership.role'],
    ['a blocklist of numbers', fact('blocklist', { blocked: [5] }), 'blocked[0]'],
    ['a reaction without an emoji', fact('reaction', { target, user: 'bob', emoji: '', active: true }), 'emoji'],
    ['a pin that is neither', fact('pinned', { conversation: home, id: 'm1', by: 'bob', pinned: 'yes' }), 'pinned'],
    ['a contact in no state', fact('contacts', { contacts: [{ user: 'bob', state: 'friend' }] }), 'contacts[0].state'],
    ['a presence that there isn’t', fact('presence', { user: 'bob', presence: { state: 'asleep' } }), 'presence.state'],
  ])('%s', (_what, given, path) => {
    const { facts, errors } = entering(given)
    expect([facts, errors.map(error => [error.code, error.path])]).toEqual([[], [['protocol', path]]])
  })

  it('whatever looking at it does', () => {
    const trap = Object.defineProperty({ type: 'message', origin: 'live' }, 'message', {
      get: () => {
        throw new Error('mine')
      },
    })
    expect(reported(trap)).toEqual([['protocol', undefined]])
  })

  it('of an ack what makes sense is taken, and any refusal is an error', () => {
    expect(entering(fact('accepted', { localId: 'l1', ack: { id: 5, position: '1' } })).facts).toMatchObject([{ ack: { position: '1' } }])
    const [refused] = entering(fact('refused', { localId: 'l1', error: 'no' })).facts
    expect(refused?.type === 'refused' && isChatError(refused.error)).toBe(true)
  })
})

it('[ID3] every user and conversation in a fact gets its one spelling, ids of messages don’t', () => {
  const fold = (id: string): string => id.toLowerCase()
  const loud = { conversation: group('G'), id: 'M1', from: 'BOB', localId: 'L1' }
  const quiet = { conversation: group('g'), id: 'M1', from: 'bob', localId: 'L1' }
  const folded = (given: unknown): unknown => entering(given, fold).facts[0]
  expect(
    folded(
      message({
        ...loud,
        body: { type: 'text', text: 'BOB', mentions: ['CAROL'] },
        to: ['DAVE'],
        replyTo: loud,
        forwardedFrom: 'EVE',
      }),
    ),
  ).toMatchObject({
    message: { ...quiet, body: { text: 'BOB', mentions: ['carol'] }, to: ['dave'], replyTo: quiet, forwardedFrom: 'eve' },
  })
  expect(folded(fact('blocklist', { blocked: ['BOB'], unblocked: ['EVE'] }))).toMatchObject({ blocked: ['bob'], unblocked: ['eve'] })
  expect(folded(fact('receipt', { user: 'BOB', kind: 'read', target: { exactly: [loud] } }))).toMatchObject({
    user: 'bob',
    target: { exactly: [quiet] },
  })
  expect(folded(fact('pinned', { conversation: direct('BOB'), id: 'M1', by: 'BOB', pinned: true }))).toMatchObject({
    conversation: direct('bob'),
    id: 'M1',
    by: 'bob',
  })
  const membership = { conversation: group('G'), user: 'BOB', by: 'EVE', state: 'removed' }
  expect(folded(fact('membership', { membership }))).toMatchObject({ membership: { conversation: home, user: 'bob', by: 'eve' } })
})
