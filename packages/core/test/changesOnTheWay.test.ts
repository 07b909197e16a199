import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct } from '../src/model/ids.ts'
import { createScriptedChat, startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const accepted = { id: 'm1', position: '000001', at: 1 }
const texts = ({ script }: StartedChat): readonly string[] =>
  script.asked('send').map(({ args: [{ body }] }) => (body.type === 'text' ? body.text : body.type))

describe('[SND8] cancelling', () => {
  it('a queued message goes without a trace, and never leaves', async () => {
    const started = createScriptedChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    talk.send('b')
    expect(await talk.cancel(key)).toEqual({ ok: true, value: undefined })
    expect(started.message(key)).toBeUndefined()
    await started.goOnline()
    expect(texts(started)).toEqual(['b'])
  })

  it('a failed message goes, too', async () => {
    const started = await startChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    started.script.next('send').refuse(chatError('muted'))
    await started.clock.settle()
    expect(await talk.cancel(key)).toMatchObject({ ok: true })
    expect(started.message(key)).toBeUndefined()
  })

  it('a message that waits between two attempts goes, and the queue goes on', async () => {
    const started = await startChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    talk.send('b')
    started.script.next('send').refuse(chatError('rateLimited'))
    await started.clock.settle()
    expect(await talk.cancel(key)).toMatchObject({ ok: true })
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('one that is out and turns out accepted is recalled', async () => {
    const { chat, script, clock, message } = await startChat()
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    const cancelling = talk.cancel(key)
    script.next('send').answer(accepted)
    await clock.settle()
    expect(message(key)?.pending).toEqual({ change: 'recall' })
    expect(script.next('recall').args[0]).toMatchObject({ conversation: bob, id: 'm1' })
    script.next('recall').answer({ at: 2 })
    expect(await cancelling).toMatchObject({ ok: true })
    expect(message(key)?.recalled).toMatchObject({ by: 'alice', as: 'author', at: 2 })
    expect(message(key)?.body).toBeUndefined()
  })

  it('one that a copy shows to be stored before any ack is recalled', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    void talk.cancel(key)
    const [sent] = script.next('send').args
    script.tell({ type: 'message', origin: 'live', message: { ...sent, from: 'alice', id: 'm1', position: '000001', sentAt: 1 } })
    await clock.settle()
    expect(script.next('recall').args[0]).toMatchObject({ id: 'm1' })
  })

  it('one that is out and turns out refused is gone, and not tried again', async () => {
    const started = await startChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    const cancelling = talk.cancel(key)
    started.script.next('send').refuse(chatError('rateLimited'))
    expect(await cancelling).toMatchObject({ ok: true })
    expect(started.message(key)).toBeUndefined()
    await started.clock.advance(60_000)
    expect(texts(started)).toEqual(['a'])
  })

  it('one whose fate is unknown is looked for in history: absent, it is gone; the queue waits for that', async () => {
    const started = await startChat()
    const { script, clock } = started
    script.always('history', undefined)
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    talk.send('b')
    const cancelling = talk.cancel(key)
    script.next('send').refuse(chatError('timeout'))
    await clock.settle()
    expect(started.message(key)?.send?.state).toBe('uncertain')
    script.next('history').answer({ facts: [], covers: { from: 'start', to: 'live' } })
    expect(await cancelling).toMatchObject({ ok: true })
    expect(started.message(key)).toBeUndefined()
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('one that was exhausted but may be stored is looked for, too', async () => {
    const started = await startChat()
    const { script, clock } = started
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    script.always('send', () => Promise.reject(chatError('timeout')))
    script.next('send').refuse(chatError('timeout'))
    await clock.advance(60_000)
    expect(started.message(key)?.send?.state).toBe('failed')
    const { localId } = script.asked('send')[0]!.args[0]
    script.always('history', () =>
      Promise.resolve({
        facts: [
          {
            type: 'message',
            origin: 'history',
            message: { conversation: bob, from: 'alice', id: 'm1', localId, position: '000001', body: { type: 'text', text: 'a' } },
          },
        ],
        covers: { from: 'start', to: 'live' },
      }),
    )
    const cancelling = talk.cancel(key)
    await clock.settle()
    script.next('recall').answer({})
    expect(await cancelling).toMatchObject({ ok: true })
    expect(started.message(key)?.recalled).toBeDefined()
  })

  it('where nothing can be recalled it is shown as sent, and the outcome says so', async () => {
    const { chat, script, message } = await startChat({ capabilities: { recall: { mode: 'none', enforced: false } } })
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    const cancelling = talk.cancel(key)
    script.next('send').answer(accepted)
    expect(await cancelling).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(message(key)).toMatchObject({
      send: { state: 'sent' },
      body: { text: 'a' },
      pending: { change: 'recall', error: { code: 'unsupported' } },
    })
  })

  it('one that is sent already is a conflict; one that was refused after its ack is gone', async () => {
    const { chat, script, clock, message } = await startChat()
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    script.next('send').answer({ id: 'm1' })
    await clock.settle()
    expect(await talk.cancel(key)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    script.tell({ type: 'refused', origin: 'live', localId: script.asked('send')[0]!.args[0].localId, error: chatError('blocked') })
    await clock.settle()
    expect(await talk.cancel(key)).toMatchObject({ ok: true })
    expect(talk.messages.get().length).toBe(0)
    expect(message(key)).toBeUndefined()
  })

  it('what is not mine can be neither cancelled nor retried', async () => {
    const { chat, script, clock } = await startChat()
    script.tell({
      type: 'message',
      origin: 'live',
      message: { conversation: bob, from: 'bob', id: 'x', position: '1', body: { type: 'text', text: 'hi' } },
    })
    await clock.settle()
    const talk = chat.conversation(bob)
    const { key } = talk.messages.get().at(-1)!
    expect(await talk.cancel(key)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await talk.retry(key)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await talk.retry('nobody')).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})

describe('[SND8] editing', () => {
  it('a queued message is changed before it leaves', async () => {
    const started = createScriptedChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    expect(await talk.edit(key, 'better')).toMatchObject({ ok: true })
    expect(started.message(key)).toMatchObject({ body: { text: 'better' }, send: { state: 'queued' } })
    await started.goOnline()
    expect(texts(started)).toEqual(['better'])
  })

  it("an edit that can't be sent changes nothing", async () => {
    const started = createScriptedChat()
    const talk = started.chat.conversation(bob)
    const key = talk.send('a')
    expect(await talk.edit(key, 'x'.repeat(5_000))).toMatchObject({ ok: false, error: { code: 'tooLarge' } })
    expect(started.message(key)).toMatchObject({ body: { text: 'a' } })
  })

  it('an edit of one that is out waits and follows the ack', async () => {
    const { chat, script, clock, message } = await startChat()
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    const editing = talk.edit(key, 'better')
    await clock.settle()
    expect(script.asked('edit')).toEqual([])
    script.next('send').answer(accepted)
    await clock.settle()
    expect(message(key)).toMatchObject({ body: { text: 'better' }, pending: { change: 'edit' } })
    expect(script.next('edit').args[0]).toMatchObject({ id: 'm1' })
    expect(script.next('edit').args[1]).toEqual({ body: { type: 'text', text: 'better' } })
    script.next('edit').answer({ version: '2', at: 5 })
    expect(await editing).toMatchObject({ ok: true })
    expect(message(key)).toMatchObject({ body: { text: 'better' }, edited: { by: 'alice', at: 5 } })
    expect(message(key)?.pending).toBeUndefined()
  })

  it('an edit of one that turns out refused is in it when it goes again', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    const editing = talk.edit(key, 'better')
    script.next('send').refuse(chatError('rateLimited'))
    await clock.advance(1_000)
    expect(texts(started)).toEqual(['a', 'better'])
    script.next('send').answer(accepted)
    expect(await editing).toMatchObject({ ok: true })
    expect(script.asked('edit')).toEqual([])
    expect(started.message(key)).toMatchObject({ body: { text: 'better' }, send: { state: 'sent' } })
  })

  it('an edit of one that may be stored goes out under its own name and follows', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    script.next('send').refuse(chatError('timeout'))
    await clock.settle()
    void talk.edit(key, 'better')
    await clock.advance(1_000)
    expect(texts(started)).toEqual(['a', 'a'])
    script.next('send').answer(accepted)
    await clock.settle()
    expect(script.next('edit').args[1]).toMatchObject({ body: { text: 'better' } })
  })

  it('where nothing can be edited, one that is out stays as it is', async () => {
    const { chat, script, message } = await startChat({ without: ['edit'] })
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    expect(await talk.edit(key, 'better')).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    script.next('send').answer(accepted)
    expect(message(key)).toMatchObject({ body: { text: 'a' } })
  })
})
