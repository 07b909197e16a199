import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct, group } from '../src/model/ids.ts'
import type { Ack, OutgoingMessage } from '../src/protocol/remoteMessage.ts'
import { createScriptedChat, startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const team = group('42')

const texts = ({ script }: StartedChat): readonly string[] =>
  script.asked('send').map(({ args: [{ body }] }) => (body.type === 'text' ? body.text : body.type))
const localIds = ({ script }: StartedChat): readonly string[] => script.asked('send').map(({ args: [{ localId }] }) => localId)
const state = ({ message }: StartedChat, key: string): string | undefined => message(key)?.send?.state

let acks = 0
/** An ack at the next position. */
const ack = (): Ack => ({ id: `m${++acks}`, position: String(acks).padStart(6, '0'), at: Date.UTC(2026, 0, 1) + acks })
const live = (message: OutgoingMessage, told: Ack) =>
  ({
    type: 'message',
    origin: 'live',
    message: { ...message, from: 'alice', id: told.id!, position: told.position!, sentAt: told.at! },
  }) as const

describe('sending', () => {
  it('[SND1] a message is shown before send returns', () => {
    const { chat } = createScriptedChat()
    const talk = chat.conversation(bob)
    const key = talk.send('hi')
    expect(talk.messages.get().at(-1)).toMatchObject({ key, mine: true, body: { type: 'text', text: 'hi' }, send: { state: 'queued' } })
  })

  it('[SND1] is a row of the conversation list at once [CNV1]', () => {
    const { chat } = createScriptedChat()
    chat.conversation(bob).send('hi')
    expect(chat.conversations.get().at(0)?.id).toBe(bob)
  })

  it('[SND2] one conversation leaves strictly in order, one at a time', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const keys = ['a', 'b', 'c'].map(text => chat.conversation(bob).send(text))
    expect(texts(started)).toEqual(['a'])
    expect(keys.map(key => state(started, key))).toEqual(['sending', 'queued', 'queued'])
    script.next('send').answer(ack())
    await clock.settle()
    expect(texts(started)).toEqual(['a', 'b'])
    expect(keys.map(key => state(started, key))).toEqual(['sent', 'sending', 'queued'])
    script.next('send').answer(ack())
    await clock.settle()
    script.next('send').answer(ack())
    await chat.idle()
    expect(keys.map(key => state(started, key))).toEqual(['sent', 'sent', 'sent'])
    expect(chat.outbox.get()).toEqual([])
  })

  it('[SND2] conversations do not wait for each other', async () => {
    const started = await startChat()
    started.chat.conversation(bob).send('to bob')
    started.chat.conversation(team).send('to all')
    expect(texts(started)).toEqual(['to bob', 'to all'])
  })

  it('[SND2] what is sent on hearing of a change goes out once, in order', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    let more = 3
    talk.messages.subscribe(() => {
      if (more-- > 0) talk.send(`more ${more}`)
    })
    talk.send('first')
    for (let turn = 0; turn < 4; turn++) {
      script.next('send').answer(ack())
      await clock.settle()
    }
    expect(texts(started)).toEqual([...talk.messages.get()].map(({ body }) => (body?.type === 'text' ? body.text : '')))
    expect(texts(started)).toHaveLength(4)
  })

  it('[ORD3] messages sent fast one after the other never swap, and keep their keys', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(bob)
    const keys = ['a', 'b', 'c'].map(text => talk.send(text))
    for (let turn = 0; turn < 3; turn++) {
      script.next('send').answer(ack())
      await clock.settle()
      expect([...talk.messages.get()].map(({ key }) => key)).toEqual(keys)
    }
  })

  it('[SND4] what is sent before connect or offline goes out on connecting, in order, without anyone asking', async () => {
    const started = createScriptedChat()
    const { chat, script, clock, goOnline } = started
    chat.conversation(bob).send('a')
    chat.conversation(bob).send('b')
    await clock.advance(600_000)
    expect(texts(started)).toEqual([])
    expect(await Promise.race([chat.idle().then(() => 'idle'), clock.settle().then(() => 'busy')])).toBe('idle')
    await goOnline()
    expect(texts(started)).toEqual(['a'])
    script.next('send').answer(ack())
    await clock.settle()
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('[ID2] an echo before the ack makes one row, and the ack changes nothing more', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(bob)
    const key = talk.send('hi')
    const told = ack()
    const [message] = script.next('send').args
    script.tell(live(message, told))
    await clock.settle()
    const shown = talk.messages.get().at(-1)
    expect(shown).toMatchObject({ key, id: told.id, send: { state: 'sent' } })
    script.next('send').answer(told)
    await clock.settle()
    expect(talk.messages.get().length).toBe(1)
    expect(talk.messages.get().at(-1)).toBe(shown)
  })

  it('the chat is busy while a send is out, and idle after', async () => {
    const { chat, script, clock } = await startChat()
    chat.conversation(bob).send('a')
    let idle = false
    void chat.idle().then(() => (idle = true))
    await clock.settle()
    expect(idle).toBe(false)
    script.next('send').answer(ack())
    await clock.settle()
    expect(idle).toBe(true)
  })
})

describe('trying again', () => {
  const refuseAll = async ({ script, clock }: StartedChat, error: Error, advance = 60_000): Promise<void> => {
    script.always('send', () => Promise.reject(error))
    await clock.advance(advance)
  }

  it('[SND3] pauses double, jittered, up to a bound', async () => {
    const started = await startChat({}, { retry: { maxMs: 4_000, attempts: 6 } })
    const { chat, script, clock } = started
    const times: number[] = []
    script.always('send', () => {
      times.push(clock.now())
      return Promise.reject(chatError('unavailable'))
    })
    chat.conversation(bob).send('a')
    await clock.advance(60_000)
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([1_000, 2_000, 4_000, 4_000, 4_000])
  })

  it('[SND3] jitter takes at most half of a pause off', async () => {
    const { chat, script, clock } = await startChat({}, { random: () => 0 })
    const times: number[] = []
    script.always('send', () => {
      times.push(clock.now())
      return Promise.reject(chatError('unavailable'))
    })
    chat.conversation(bob).send('a')
    await clock.advance(60_000)
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([500, 1_000, 2_000, 4_000])
  })

  it('[SND3] after five attempts a message is failed, retryable, and the queue goes on', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const first = chat.conversation(bob).send('a')
    const second = chat.conversation(bob).send('b')
    script.always('send', ({ body }) =>
      body.type === 'text' && body.text === 'a' ? Promise.reject(chatError('unavailable')) : Promise.resolve(ack()),
    )
    script.next('send').refuse(chatError('unavailable'))
    await clock.advance(60_000)
    expect(texts(started)).toEqual(['a', 'a', 'a', 'a', 'a', 'b'])
    expect(started.message(first)?.send).toMatchObject({ state: 'failed', error: { code: 'unavailable', retryable: true } })
    expect(state(started, second)).toBe('sent')
    await chat.idle()
  })

  it('[SND3] after two minutes online a message is failed, whatever pause the backend wished', async () => {
    const started = await startChat()
    const { chat, clock } = started
    const key = chat.conversation(bob).send('a')
    started.script.next('send').refuse(chatError('rateLimited', { retryAfterMs: 600_000 }))
    await clock.advance(119_000)
    expect(state(started, key)).toBe('queued')
    await clock.advance(2_000)
    expect(state(started, key)).toBe('failed')
    expect(texts(started)).toEqual(['a'])
  })

  it('[SND3] the pause that the backend wishes wins, over a reconnect too', async () => {
    const started = await startChat()
    const { chat, script, clock, goOffline, goOnline } = started
    chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('rateLimited', { retryAfterMs: 30_000 }))
    await clock.advance(10_000)
    await goOffline()
    await goOnline()
    await clock.advance(19_000)
    expect(texts(started)).toEqual(['a'])
    await clock.advance(2_000)
    expect(texts(started)).toEqual(['a', 'a'])
  })

  it('[SND3] only what happens online counts', async () => {
    const started = await startChat()
    const { chat, script, clock, goOffline, goOnline } = started
    const key = chat.conversation(bob).send('a')
    for (let turn = 0; turn < 10; turn++) {
      await goOffline()
      script.next('send').refuse(chatError('unavailable'))
      await clock.advance(300_000)
      await goOnline()
    }
    expect(state(started, key)).toBe('sending')
    expect(texts(started)).toHaveLength(11)
    for (let tries = 1; tries < 5; tries++) {
      script.next('send').refuse(chatError('unavailable'))
      await clock.advance(1_000 * 2 ** (tries - 1))
      expect(state(started, key)).toBe('sending')
    }
    script.next('send').refuse(chatError('unavailable'))
    await clock.settle()
    expect(state(started, key)).toBe('failed')
  })

  it('[SND3] a reconnect ends the pause', async () => {
    const started = await startChat()
    const { chat, script, clock, goOffline, goOnline } = started
    chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('unavailable'))
    await clock.settle()
    await goOffline()
    await goOnline()
    expect(texts(started)).toEqual(['a', 'a'])
  })

  it('[SND3] a permanent failure parks at once, and the queue goes on', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const first = chat.conversation(bob).send('a')
    chat.conversation(bob).send('b')
    script.next('send').refuse(chatError('contentRejected'))
    await clock.settle()
    expect(started.message(first)).toMatchObject({ body: { text: 'a' }, send: { state: 'failed', error: { code: 'contentRejected' } } })
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('[SND3] an answer that never comes is a timeout; if it comes late it still counts', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    await clock.advance(21_500)
    expect(texts(started)).toEqual(['a', 'a'])
    script.next('send').answer(ack())
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    script.next('send').answer(ack())
    await clock.settle()
    expect(chat.conversation(bob).messages.get().length).toBe(1)
  })

  it.each<[string, unknown]>([
    ['a rejection that is no ChatError', new Error('boom')],
    ['a rejection with nothing', undefined],
  ])('%s parks its message as unknown and nothing else', async (_what, thrown) => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    const other = chat.conversation(team).send('b')
    script.next('send').refuse(thrown)
    script.next('send').answer(ack())
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'unknown' } })
    expect(state(started, other)).toBe('sent')
  })

  it('a transport that throws at once is no different', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    script.always('send', () => {
      throw new Error('boom')
    })
    const key = chat.conversation(bob).send('a')
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'unknown' } })
  })

  it('[SND5] after an effect that nobody knows a retry keeps its localId', async () => {
    const started = await startChat()
    const key = started.chat.conversation(bob).send('a')
    await refuseAll(started, chatError('unavailable'))
    await started.chat.conversation(bob).retry(key)
    expect(new Set(localIds(started)).size).toBe(1)
    expect(localIds(started).length).toBeGreaterThan(5)
  })

  it('[SND5] after a definite refusal it takes a new one under the same key', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    script.next('send').refuse(chatError('muted'))
    await clock.settle()
    expect(await talk.retry(key)).toEqual({ ok: true, value: undefined })
    expect(state(started, key)).toBe('sending')
    const [former, present] = localIds(started)
    expect(present).not.toBe(former)
    // A late answer of the old attempt can't touch it.
    script.tell({ type: 'refused', origin: 'live', localId: former!, error: chatError('muted') })
    await clock.settle()
    expect(state(started, key)).toBe('sending')
    script.next('send').answer(ack())
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    expect(talk.messages.get().length).toBe(1)
  })

  it('[SND5] a refusal that may be tried again takes a new one, too; a failure of this device does not', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('offline'))
    await clock.advance(1_000)
    script.next('send').refuse(chatError('rateLimited'))
    await clock.advance(2_000)
    const [first, second, third] = localIds(started)
    expect(second).toBe(first)
    expect(third).not.toBe(second)
  })

  it('[SND5] a refusal after an attempt that may be stored keeps the name of that attempt', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('timeout'))
    await clock.advance(1_000)
    script.next('send').refuse(chatError('rateLimited'))
    await clock.advance(2_000)
    expect(new Set(localIds(started)).size).toBe(1)
  })

  it('[SND10] a refusal after the ack turns sent into failed with its code, and a retry sends it anew', async () => {
    const started = await startChat({ capabilities: { refusalAfterAck: true, order: 'late' } })
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a', { ext: { order: 7 } })
    script.next('send').answer({ id: 'm1' })
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    script.tell({ type: 'refused', origin: 'live', localId: localIds(started)[0]!, error: chatError('blocked') })
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'blocked' } })
    expect(await talk.retry(key)).toMatchObject({ ok: true })
    expect(state(started, key)).toBe('sending')
    expect(script.asked('send')[1]?.args[0]).toMatchObject({ body: { text: 'a' }, ext: { order: 7 } })
    expect(localIds(started)[1]).not.toBe(localIds(started)[0])
    const told = ack()
    const [message] = script.next('send').args
    script.next('send').answer({ id: told.id! })
    script.tell(live(message, told))
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    expect(talk.messages.get().length).toBe(1)
  })

  it('[SND10] a refusal that comes by itself parks the message, and the queue goes on', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    chat.conversation(bob).send('b')
    script.next('send').refuse(chatError('unavailable'))
    await clock.settle()
    script.tell({ type: 'refused', origin: 'live', localId: localIds(started)[0]!, error: chatError('blocked') })
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'blocked' } })
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'ok'],
    ['an object that makes no sense', { id: 7, position: '', at: Number.NaN }],
  ])('[SEC1] an ack with %s is an ack, and is asked for once', async (_what, odd) => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    script.next('send').answer(odd as never)
    await clock.advance(60_000)
    expect(state(started, key)).toBe('sent')
    expect(texts(started)).toEqual(['a'])
    expect(started.errors).toEqual([])
  })

  it('[SND10] a refusal that comes by itself is heard once, also by somebody who sends on hearing of it', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    script.next('send').refuse(chatError('unavailable'))
    await clock.settle()
    let answered = false
    talk.messages.subscribe(() => {
      if (answered || state(started, key) !== 'failed') return
      answered = true
      talk.send('b')
    })
    script.tell({ type: 'refused', origin: 'live', localId: localIds(started)[0]!, error: chatError('blocked') })
    await clock.settle()
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('[SND10] a refusal that comes after all attempts ended without an answer is definite: a retry takes a new name', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    await refuseAll(started, chatError('unavailable'))
    script.next('send').refuse(chatError('unavailable'))
    await clock.advance(60_000)
    expect(state(started, key)).toBe('failed')
    script.tell({ type: 'refused', origin: 'live', localId: localIds(started)[0]!, error: chatError('blocked') })
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ error: { code: 'blocked' } })
    script.always('send', undefined)
    expect(await chat.conversation(bob).retry(key)).toMatchObject({ ok: true })
    expect(new Set(localIds(started)).size).toBe(2)
    expect(state(started, key)).toBe('sending')
  })

  it('[SND10] a refusal for good is a fact', async () => {
    const { chat, script, clock } = await startChat()
    const refusals: unknown[] = []
    chat.facts$.subscribe(fact => {
      if (fact.type === 'refused') refusals.push(fact)
    })
    chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('rateLimited'))
    await clock.advance(1_000)
    script.next('send').refuse(chatError('muted'))
    await clock.settle()
    expect(refusals).toMatchObject([{ error: { code: 'muted' }, localId: script.asked('send')[1]?.args[0].localId }])
  })

  it('[CNV3] an ack where everything was cleared meanwhile leaves no row, and ends the send', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    script.tell({ type: 'deleted', origin: 'live', conversation: bob, target: { through: '999999' } })
    await clock.settle()
    script.next('send').answer(ack())
    await clock.advance(60_000)
    expect(started.message(key)).toBeUndefined()
    expect(chat.outbox.get()).toEqual([])
    expect(texts(started)).toEqual(['a'])
  })

  it('an error whose effect is done is an acceptance', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('unavailable', { effect: 'done' }))
    await clock.settle()
    expect(state(started, key)).toBe('sent')
  })
})

describe("[SND11] what can't be sent", () => {
  it('stands as failed with path or limit, and never reaches the transport, not by retrying either', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const huge = talk.send('x'.repeat(2_000_000))
    const evil = talk.send({ type: 'image', attachment: { name: 'a', mime: 'image/png', size: 1, url: 'javascript:alert(1)' } })
    const odd = talk.send('x', { ext: { run: [() => 1] } as never })
    expect(started.message(huge)?.send).toMatchObject({ state: 'failed', error: { code: 'tooLarge', limit: 4_096 } })
    expect(started.message(evil)?.send).toMatchObject({ state: 'failed', error: { code: 'invalid', path: 'body.attachment.url' } })
    expect(started.message(odd)?.send).toMatchObject({ state: 'failed', error: { code: 'invalid', path: 'ext.run[0]' } })
    expect(await talk.retry(evil)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    talk.send('fine')
    await clock.settle()
    expect(texts(started)).toEqual(['fine'])
    expect(script.log.filter(({ name }) => name === 'send')).toHaveLength(1)
  })

  it('may be made right by an edit, and go out by a retry', async () => {
    const started = await startChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('x'.repeat(5_000))
    expect(await talk.edit(key, 'shorter')).toMatchObject({ ok: true })
    expect(await talk.retry(key)).toMatchObject({ ok: true })
    expect(texts(started)).toEqual(['shorter'])
  })

  it('no body at all is misuse', async () => {
    const { chat } = await startChat()
    expect(() => chat.conversation(bob).send(null as never)).toThrow(TypeError)
    expect(() => chat.conversation(bob).send({} as never)).toThrow(/send takes a text or a body/)
  })
})

describe("[MEM1] where I don't belong", () => {
  const leave = { type: 'membership', origin: 'live', membership: { conversation: team, user: 'alice', state: 'removed' } } as const

  it('queued sends fail as notMember and later ones too', async () => {
    const started = createScriptedChat()
    const { chat, script, clock, goOnline, goOffline } = started
    await goOnline()
    await goOffline()
    const key = chat.conversation(team).send('a')
    void chat.connect()
    await clock.settle()
    script.emit(leave, { type: 'synced', continuity: 'whole' })
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'notMember' } })
    const later = chat.conversation(team).send('b')
    expect(started.message(later)?.send).toMatchObject({ state: 'failed', error: { code: 'notMember' } })
    expect(await chat.conversation(team).retry(later)).toMatchObject({ ok: false, error: { code: 'notMember' } })
    expect(texts(started)).toEqual([])
  })

  it('a member again may retry', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    script.tell(leave)
    await clock.settle()
    const key = chat.conversation(team).send('a')
    script.tell({ ...leave, membership: { ...leave.membership, state: 'member' } })
    await clock.settle()
    expect(await chat.conversation(team).retry(key)).toMatchObject({ ok: true })
    expect(texts(started)).toEqual(['a'])
  })
})

describe('[RES2] dispose', () => {
  it('lets go of everything: no timer, no promise, no unhandled rejection', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    const cancelling = talk.cancel(key)
    chat.conversation(team).send('b')
    script.asked('send')[1]?.refuse(chatError('unavailable'))
    await clock.settle()
    await chat.dispose()
    expect(await cancelling).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    script.next('send').answer(ack())
    await clock.advance(600_000)
    expect(clock.pending).toBe(0)
    expect(texts(started)).toEqual(['a', 'b'])
    expect(await talk.retry(key)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
