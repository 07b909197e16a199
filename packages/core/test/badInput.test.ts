import { createSandbox, type Sandbox } from '@parlance/sandbox'
import { afterEach, describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { createChat } from '../src/createChat.ts'
import * as body from '../src/model/bodies.ts'
import type { ChatError } from '../src/model/error.ts'
import { direct, group, parseConversationId } from '../src/model/ids.ts'
import type { Outcome } from '../src/model/outcome.ts'
import { scriptedTransport } from './scriptedTransport.ts'

const opened: { dispose(): unknown }[] = []
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.dispose()
})

const sandboxOf = (options: Partial<Parameters<typeof createSandbox>[0]> = {}): Sandbox => {
  const sandbox = createSandbox({
    users: ['alice', 'bob', 'carol', '__proto__', 'constructor'],
    groups: [{ id: '42', owner: 'alice', members: ['bob'] }],
    ...options,
  })
  opened.push(sandbox)
  return sandbox
}
const chatOf = (sandbox: Sandbox, user: string): Chat => {
  const chat = createChat({ transport: sandbox.transport(user), publish: 'microtask', timeZone: 'UTC' })
  opened.push(chat)
  sandbox.watch(chat)
  return chat
}
const errorsOf = (chat: Chat): ChatError[] => {
  const errors: ChatError[] = []
  chat.errors$.subscribe(error => void errors.push(error))
  return errors
}
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.error.code)

describe('bad input ends in a clear error, and nothing is lost', () => {
  it('[SND11] a message of 2 MB is tooLarge, stands as failed, and never leaves', async () => {
    const sandbox = sandboxOf()
    const chat = chatOf(sandbox, 'alice')
    await chat.connect()
    const talk = chat.conversation(direct('bob'))
    const key = talk.send('x'.repeat(2_000_000))
    expect(chat.message(key).get()?.send).toMatchObject({
      state: 'failed',
      error: { code: 'tooLarge', limit: expect.any(Number) as number },
    })
    const next = talk.send('short')
    expect((await chat.settled(next)).send?.state).toBe('sent')
    expect(sandbox.backend.inspect(direct('bob'), 'alice')).toHaveLength(1)
  })

  it('[SND11, SEC2] a javascript: URL is invalid, and says where', async () => {
    const chat = chatOf(sandboxOf(), 'alice')
    const talk = chat.conversation(direct('bob'))
    const key = talk.send(body.image({ name: 'a.png', mime: 'image/png', size: 1, url: 'javascript:alert(1)' }))
    const send = chat.message(key).get()?.send
    expect(send).toMatchObject({ state: 'failed', error: { code: 'invalid' } })
    expect(send?.state === 'failed' ? send.error.path : undefined).toContain('url')
  })

  it('[SND11] an ext that is no JSON is invalid, and says where', () => {
    const chat = chatOf(sandboxOf(), 'alice')
    const talk = chat.conversation(direct('bob'))
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    for (const ext of [{ run: () => 1 }, { nested: { deep: [undefined] } }, loop, null, { not: Number.NaN }]) {
      const key = talk.send('words', { ext: ext as never })
      expect(chat.message(key).get()?.send).toMatchObject({
        state: 'failed',
        error: { code: 'invalid', path: expect.stringContaining('ext') as string },
      })
    }
  })

  it('[RCL3] a recall by a stranger is forbidden, and the message stays', async () => {
    const sandbox = sandboxOf()
    const [alice, bob] = [chatOf(sandbox, 'alice'), chatOf(sandbox, 'bob')]
    await Promise.all([alice.connect(), bob.connect()])
    const key = alice.conversation(direct('bob')).send('mine')
    await alice.settled(key)
    await sandbox.quiet()
    const theirs = bob.conversation(direct('alice'))
    const [first] = theirs.messages.get()
    if (first === undefined) throw new Error('bob has the message')
    expect(codeOf(await theirs.recall(first.key))).toBe('forbidden')
    await sandbox.quiet()
    expect(bob.message(first.key).get()).toMatchObject({
      body: { text: 'mine' },
      pending: { change: 'recall', error: { code: 'forbidden' } },
    })
    expect(alice.message(key).get()?.recalled).toBeUndefined()
  })

  it('[CON1] a wrong token closes the connection: authRejected, and no further try', async () => {
    const sandbox = sandboxOf()
    const chat = createChat({ transport: sandbox.transport('alice', { credential: 'wrong' }), publish: 'microtask' })
    opened.push(chat)
    expect(codeOf(await chat.connect())).toBe('authRejected')
    expect(chat.connection.get()).toMatchObject({ state: 'closed', error: { code: 'authRejected' } })
  })

  it('[BND7] a subscriber that throws is internal on errors$, and the others are told', async () => {
    const sandbox = sandboxOf()
    const chat = chatOf(sandbox, 'alice')
    const errors = errorsOf(chat)
    const talk = chat.conversation(direct('bob'))
    talk.messages.subscribe(messages => {
      if (messages.length > 0) throw new Error('mine')
    })
    const lengths: number[] = []
    talk.messages.subscribe(messages => void lengths.push(messages.length))
    talk.send('words')
    expect(errors.map(({ code }) => code)).toEqual(['internal'])
    expect(lengths).toEqual([0, 1])
  })

  it('[RES2] after dispose a command is cancelled, and one that gives no Promise says what to do', async () => {
    const chat = chatOf(sandboxOf(), 'alice')
    const talk = chat.conversation(direct('bob'))
    await chat.dispose()
    const outcomes = await Promise.all([
      chat.connect(),
      chat.disconnect(),
      chat.loadConversations(),
      chat.removeConversation(talk.id),
      talk.markRead(),
      talk.loadOlder(),
      talk.recall('k'),
      talk.set({ pinned: 1 }),
      talk.reset(),
      talk.readers('k'),
    ])
    expect(outcomes.map(codeOf)).toEqual(outcomes.map(() => 'cancelled'))
    for (const misused of [
      () => talk.send('x'),
      () => talk.open(),
      () => talk.setDraft(undefined),
      () => talk.setTyping(true),
      () => talk.setActive(true),
    ]) {
      expect(misused).toThrow(/createChat/)
    }
    await expect(chat.settled('k')).rejects.toMatchObject({ code: 'notFound' })
    await chat.idle()
  })

  it('[EARLY1] receipts for messages that never come wait within their bound and change nothing that shows', async () => {
    const script = scriptedTransport({ self: 'alice' })
    const chat = createChat({ transport: script.transport, publish: 'microtask' })
    opened.push(chat)
    const errors = errorsOf(chat)
    const connected = chat.connect()
    await Promise.resolve()
    script.sync('whole')
    await connected
    const conversation = direct('bob')
    const message = { conversation, from: 'alice', id: 'm1', position: '1', body: body.text('words'), sentAt: 1 }
    script.tell({ type: 'message', origin: 'live', message })
    await chat.idle()
    const [first] = chat.conversation(conversation).messages.get()
    expect(first?.body).toEqual(body.text('words'))
    const shown = (): unknown => [
      first,
      chat.status(first?.key ?? '').get(),
      chat.receipts(first?.key ?? '').get(),
      chat.conversations.get().toArray(),
    ]
    const before = shown()
    for (let index = 0; index < 100; index++) {
      script.tell({ type: 'receipt', origin: 'live', conversation, user: 'bob', kind: 'read', target: { upTo: { id: `never ${index}` } } })
    }
    await chat.idle()
    expect(shown()).toEqual(before)
    expect(errors.map(({ code, limit }) => [code, limit])).toEqual([['protocol', 32]])
  })

  it('misuse throws a sentence that says the mend', () => {
    const chat = chatOf(sandboxOf(), 'alice')
    expect(() => chat.conversation('bob' as never)).toThrow(/direct\('alice'\)/)
    expect(() => direct('')).toThrow(/non-empty/)
    expect(() => chat.conversation(direct('bob')).send(undefined as never)).toThrow(/send\(/)
    expect([parseConversationId('group:42'), parseConversationId('nobody'), parseConversationId('direct:')]).toEqual([
      'group:42',
      undefined,
      undefined,
    ])
  })
})

describe('odd but legal input works', () => {
  it('[ID4] people called __proto__ and constructor talk, in groups called so, too', async () => {
    const sandbox = sandboxOf({ groups: [{ id: '__proto__', owner: '__proto__', members: ['constructor'] }] })
    const [proto, constructor] = [chatOf(sandbox, '__proto__'), chatOf(sandbox, 'constructor')]
    await Promise.all([proto.connect(), constructor.connect()])
    for (const [here, there] of [
      [direct('constructor'), direct('__proto__')],
      [group('__proto__'), group('__proto__')],
    ] as const) {
      const key = proto.conversation(here).send('words', { ext: JSON.parse('{"__proto__": 1, "constructor": 2}') as never })
      await proto.settled(key)
      await sandbox.quiet()
      const theirs = constructor.conversation(there)
      theirs.open()
      await sandbox.quiet()
      expect(theirs.messages.get().map(({ from, ext }) => [from, JSON.stringify(ext)])).toEqual([
        ['__proto__', '{"__proto__":1,"constructor":2}'],
      ])
      expect(constructor.totalUnread.get().count).toBe(1)
      await theirs.markRead()
      await sandbox.quiet()
      expect(constructor.totalUnread.get().count).toBe(0)
    }
  })

  it('[SND4] what is sent before connect goes out with it', async () => {
    const sandbox = sandboxOf()
    const chat = chatOf(sandbox, 'alice')
    const talk = chat.conversation(direct('bob'))
    const keys = [talk.send('one'), talk.send('two')]
    expect(talk.messages.get().map(({ send }) => send?.state)).toEqual(['queued', 'queued'])
    await chat.connect()
    await Promise.all(keys.map(key => chat.settled(key)))
    expect(sandbox.backend.inspect(direct('bob'), 'alice').map(({ body: said }) => said)).toEqual([
      { type: 'text', text: 'one' },
      { type: 'text', text: 'two' },
    ])
  })

  it('[ID3] a conversation with oneself is one, and always read', async () => {
    const sandbox = sandboxOf()
    const [phone, laptop] = [chatOf(sandbox, 'alice'), chatOf(sandbox, 'alice')]
    await Promise.all([phone.connect(), laptop.connect()])
    const key = phone.conversation(direct('alice')).send('remember the milk')
    await phone.settled(key)
    await sandbox.quiet()
    expect(
      laptop
        .conversation(direct('alice'))
        .messages.get()
        .map(({ mine }) => mine),
    ).toEqual([true])
    expect([phone, laptop].map(chat => chat.conversation(direct('alice')).unread.get())).toMatchObject([
      { count: 0, exact: true },
      { count: 0, exact: true },
    ])
    expect(phone.status(key).get()).toBe('sent')
  })

  it('[ID3] my own id gets its one spelling, too: what I said elsewhere is mine', async () => {
    const { transport, tell, sync } = scriptedTransport({ self: 'Alice' })
    const chat = createChat({ transport: { ...transport, canonical: id => id.toLowerCase() }, publish: 'microtask' })
    opened.push(chat)
    const connected = chat.connect()
    await Promise.resolve()
    sync()
    await connected
    const message = { conversation: direct('Bob'), from: 'ALICE', id: 'm1', position: '1', body: body.text('words') }
    tell({ type: 'message', origin: 'live', message })
    await chat.idle()
    const talk = chat.conversation(direct('BOB'))
    expect([chat.self, talk.messages.get().at(0)?.mine, talk.unread.get().count]).toEqual(['alice', true, 0])
  })

  it('[ID4] a text of emoji alone, and one of surrogate pairs, arrive', async () => {
    const sandbox = sandboxOf()
    const [alice, bob] = [chatOf(sandbox, 'alice'), chatOf(sandbox, 'bob')]
    await Promise.all([alice.connect(), bob.connect()])
    const talk = alice.conversation(direct('bob'))
    for (const words of ['👩‍👩‍👧‍👦', '\u{1F44D}\u{1F3FD}']) await alice.settled(talk.send(words))
    await sandbox.quiet()
    expect(
      bob
        .conversation(direct('alice'))
        .messages.get()
        .map(({ body: said }) => (said?.type === 'text' ? said.text : '')),
    ).toEqual(['👩‍👩‍👧‍👦', '\u{1F44D}\u{1F3FD}'])
  })

  it('[RCP4] a group of 5,000 counts its readers', async () => {
    const members = Array.from({ length: 4_999 }, (_, index) => `member ${index}`)
    const sandbox = sandboxOf({ users: ['alice', ...members], groups: [{ id: 'big', owner: 'alice', members }] })
    const alice = chatOf(sandbox, 'alice')
    await alice.connect()
    const talk = alice.conversation(group('big'))
    const key = talk.send('everybody', { wantsReadCount: true })
    const { position } = await alice.settled(key)
    if (position === undefined) throw new Error('the ack carries the position')
    for (const member of members.slice(0, 1_000))
      sandbox.backend.act(member, 'markRead', { conversation: group('big'), target: { upTo: { position } } })
    await sandbox.quiet()
    expect(alice.groupReadCount(key).get()).toBe(1_000)
    const page = await talk.readers(key)
    expect(page.ok && page.value.items.length > 0 && page.value.next !== undefined).toBe(true)
  })
})
