import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct, group } from '../src/model/ids.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const team = group('42')

const told = (from: string, id: string, text = id): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: bob, from, id, position: id, sentAt: Date.UTC(2026, 0, 1), body: { type: 'text', text } },
})

/** A chat with one message of mine and one of bob's. */
const withMessages = async (...args: Parameters<typeof startChat>) => {
  const started = await startChat(...args)
  started.script.tell(told('alice', 'm1'), told('bob', 'm2'))
  await started.clock.settle()
  const talk = started.chat.conversation(bob)
  const [mine, theirs] = [...talk.messages.get()].map(({ key }) => key)
  return { ...started, talk, mine: mine!, theirs: theirs! }
}

const isSettled = async ({ clock }: Pick<StartedChat, 'clock'>, promise: Promise<unknown>): Promise<boolean> => {
  let settled = false
  void promise.then(() => (settled = true))
  await clock.settle()
  return settled
}

describe('recall', () => {
  it('[RCL4] is pending at once, and the body goes only when the backend said so', async () => {
    const { script, talk, mine, message } = await withMessages()
    const recalling = talk.recall(mine)
    expect(message(mine)).toMatchObject({ pending: { change: 'recall' }, body: { text: 'm1' } })
    script.next('recall').answer({ at: 7 })
    expect(await recalling).toEqual({ ok: true, value: undefined })
    expect(message(mine)).toMatchObject({ recalled: { by: 'alice', as: 'author', at: 7 } })
    expect(message(mine)?.body).toBeUndefined()
    expect(message(mine)?.pending).toBeUndefined()
  })

  it.each(['recallTooLate', 'recallDisabled', 'forbidden'] as const)('[RCL4] a refusal (%s) reverts it, with the error', async code => {
    const { script, talk, mine, message } = await withMessages()
    const recalling = talk.recall(mine)
    script.next('recall').refuse(chatError(code))
    expect(await recalling).toMatchObject({ ok: false, error: { code } })
    expect(message(mine)).toMatchObject({ body: { text: 'm1' }, pending: { change: 'recall', error: { code } } })
  })

  it('[RCL4] may be tried again after a refusal', async () => {
    const { script, talk, mine, message, clock } = await withMessages()
    void talk.recall(mine)
    script.next('recall').refuse(chatError('forbidden'))
    await clock.settle()
    const again = talk.recall(mine)
    script.next('recall').answer({})
    expect(await again).toMatchObject({ ok: true })
    expect(message(mine)?.recalled).toBeDefined()
  })

  it('[RCL4] waits for a link, and is tried again like a send', async () => {
    const started = await withMessages()
    const { script, clock, talk, mine, goOffline, goOnline, chat } = started
    await goOffline()
    const recalling = talk.recall(mine)
    await clock.advance(600_000)
    expect(script.asked('recall')).toEqual([])
    await chat.idle()
    await goOnline()
    script.next('recall').refuse(chatError('unavailable'))
    await clock.advance(1_000)
    script.next('recall').answer({})
    expect(await recalling).toMatchObject({ ok: true })
  })

  it('[RCL4] ends after five attempts, with the error', async () => {
    const { script, clock, talk, mine, message, chat } = await withMessages()
    script.always('recall', () => Promise.reject(chatError('unavailable')))
    const recalling = talk.recall(mine)
    await clock.advance(60_000)
    expect(await recalling).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(script.asked('recall')).toHaveLength(5)
    expect(message(mine)?.pending?.error?.code).toBe('unavailable')
    await chat.idle()
  })

  it('[SEC1] an answer that makes no sense is an answer', async () => {
    const { script, talk, mine, message } = await withMessages()
    const recalling = talk.recall(mine)
    script.next('recall').answer(undefined as never)
    expect(await recalling).toMatchObject({ ok: true })
    expect(message(mine)?.recalled).toEqual({ by: 'alice', as: 'author' })
  })

  it('is done when another device of mine was faster', async () => {
    const { script, clock, talk, mine } = await withMessages()
    const recalling = talk.recall(mine)
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: bob, id: 'm1' }, by: 'alice', as: 'author' })
    await clock.settle()
    script.next('recall').refuse(chatError('notFound'))
    expect(await recalling).toMatchObject({ ok: true })
    expect(await talk.recall(mine)).toMatchObject({ ok: true })
    expect(script.asked('recall')).toHaveLength(1)
  })

  it('[ID1] of a message that was stored twice recalls both', async () => {
    const { script, clock, talk, chat } = await startChatWithTwins()
    const { key } = talk.messages.get().at(0)!
    void talk.recall(key)
    script.next('recall').answer({})
    await clock.settle()
    script.next('recall').answer({})
    await chat.idle()
    expect(script.asked('recall').map(({ args: [{ id }] }) => id)).toEqual(['m1', 'm3'])
  })

  const startChatWithTwins = async () => {
    const started = await startChat()
    const talk = started.chat.conversation(bob)
    for (const id of ['m1', 'm3']) {
      const fact = told('alice', id)
      if (fact.type === 'message') started.script.tell({ ...fact, message: { ...fact.message, localId: 'twin' } })
    }
    await started.clock.settle()
    expect(talk.messages.get().length).toBe(1)
    return { ...started, talk }
  }

  it("of somebody else's message is left to the backend to judge, and then told as a moderator's", async () => {
    const { script, talk, theirs, message } = await withMessages()
    const first = talk.recall(theirs)
    script.next('recall').refuse(chatError('forbidden'))
    expect(await first).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const second = talk.recall(theirs)
    script.next('recall').answer({})
    expect(await second).toMatchObject({ ok: true })
    expect(message(theirs)?.recalled).toMatchObject({ by: 'alice', as: 'moderator' })
  })

  it('is unsupported where the backend has none, and changes nothing', async () => {
    const { script, talk, mine, message } = await withMessages({ capabilities: { recall: { mode: 'none', enforced: false } } })
    expect(await talk.recall(mine)).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(message(mine)?.pending).toBeUndefined()
    expect(script.asked('recall')).toEqual([])
  })

  it("[SND8] of a message that isn't sent yet cancels it", async () => {
    const { chat, script, goOffline, message } = await startChat()
    await goOffline()
    const talk = chat.conversation(bob)
    const key = talk.send('a')
    expect(await talk.recall(key)).toMatchObject({ ok: true })
    expect(message(key)).toBeUndefined()
    expect(script.asked('recall')).toEqual([])
  })

  it('of nothing is notFound', async () => {
    const { talk } = await withMessages()
    expect(await talk.recall('nothing')).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})

describe('edit', () => {
  it('[EDT1] shows at once, and gets its version from the ack', async () => {
    const { script, clock, talk, mine, message } = await withMessages()
    const editing = talk.edit(mine, 'better')
    expect(message(mine)).toMatchObject({ body: { text: 'better' }, pending: { change: 'edit' } })
    expect(script.next('edit').args[0]).toMatchObject({ conversation: bob, id: 'm1' })
    script.next('edit').answer({ version: '5', at: 9 })
    expect(await editing).toMatchObject({ ok: true })
    expect(message(mine)).toMatchObject({ body: { text: 'better' }, edited: { by: 'alice', as: 'author', at: 9 } })
    expect(message(mine)?.pending).toBeUndefined()
    // An older edit that comes later loses.
    script.tell({
      type: 'edited',
      origin: 'live',
      target: { conversation: bob, id: 'm1' },
      by: 'alice',
      as: 'author',
      version: '4',
      body: { type: 'text', text: 'old' },
    })
    await clock.settle()
    expect(message(mine)?.body).toMatchObject({ text: 'better' })
  })

  it('[EDT1] a refusal shows the former body again, with the error', async () => {
    const { script, talk, mine, message } = await withMessages()
    const editing = talk.edit(mine, 'better')
    script.next('edit').refuse(chatError('editTooLate'))
    expect(await editing).toMatchObject({ ok: false, error: { code: 'editTooLate' } })
    expect(message(mine)).toMatchObject({ body: { text: 'm1' }, pending: { change: 'edit', error: { code: 'editTooLate' } } })
  })

  it('one after the other leaves in order, and the last stands', async () => {
    const { script, clock, talk, mine, message } = await withMessages()
    const first = talk.edit(mine, 'one')
    const second = talk.edit(mine, 'two')
    expect(script.asked('edit')).toHaveLength(1)
    script.next('edit').answer({ version: '1' })
    await clock.settle()
    expect(message(mine)?.body).toMatchObject({ text: 'two' })
    script.next('edit').answer({ version: '2' })
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }])
    expect(message(mine)).toMatchObject({ body: { text: 'two' } })
    expect(message(mine)?.pending).toBeUndefined()
  })

  it("one that was replaced before it left doesn't leave", async () => {
    const { script, talk, mine, goOffline, goOnline } = await withMessages()
    await goOffline()
    const first = talk.edit(mine, 'one')
    void talk.edit(mine, 'two')
    await goOnline()
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(script.asked('edit').map(({ args: [, { body }] }) => body)).toEqual([{ type: 'text', text: 'two' }])
  })

  it('a recall takes the place of an edit that is under way', async () => {
    const { script, clock, talk, mine, message } = await withMessages()
    void talk.edit(mine, 'one')
    const recalling = talk.recall(mine)
    script.next('edit').answer({ version: '1' })
    await clock.settle()
    script.next('recall').answer({})
    expect(await recalling).toMatchObject({ ok: true })
    expect(message(mine)?.recalled).toBeDefined()
  })

  it("[SND11] one that can't be sent changes nothing", async () => {
    const { script, talk, mine, message } = await withMessages()
    expect(await talk.edit(mine, 'x'.repeat(5_000))).toMatchObject({ ok: false, error: { code: 'tooLarge', limit: 4_096 } })
    expect(message(mine)?.pending).toBeUndefined()
    expect(script.asked('edit')).toEqual([])
  })

  it("of a recalled message is a conflict; of another's forbidden, unless moderators may", async () => {
    const { script, clock, talk, mine, theirs } = await withMessages()
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: bob, id: 'm1' }, by: 'alice', as: 'author' })
    await clock.settle()
    expect(await talk.edit(mine, 'x')).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await talk.edit(theirs, 'x')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const other = await withMessages({ capabilities: { edit: { moderators: true } } })
    const editing = other.talk.edit(other.theirs, 'x')
    other.script.next('edit').answer({})
    expect(await editing).toMatchObject({ ok: true })
    expect(other.message(other.theirs)?.edited).toMatchObject({ by: 'alice', as: 'moderator' })
  })

  it('is unsupported where the backend has none', async () => {
    const { talk, mine } = await withMessages({ without: ['edit'] })
    expect(await talk.edit(mine, 'x')).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })
})

describe('delete', () => {
  it('[DEL1] takes the row away at once, and for good once the backend said so', async () => {
    const { script, talk, theirs } = await withMessages()
    const deleting = talk.delete(theirs)
    expect(talk.messages.get().length).toBe(1)
    script.next('delete').answer({})
    expect(await deleting).toMatchObject({ ok: true })
    expect(talk.messages.get().length).toBe(1)
  })

  it('[DEL1] a refusal brings it back', async () => {
    const { script, talk, theirs } = await withMessages()
    const deleting = talk.delete(theirs)
    script.next('delete').refuse(chatError('forbidden'))
    expect(await deleting).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(talk.messages.get().length).toBe(2)
  })

  it('is unsupported where the backend has none', async () => {
    const { talk, mine } = await withMessages({ capabilities: { deletion: 'none' } })
    expect(await talk.delete(mine)).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })
})

describe('a key of another conversation', () => {
  it('is notFound', async () => {
    const { chat, mine } = await withMessages()
    expect(await chat.conversation(team).recall(mine)).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})

describe('[RES2] dispose', () => {
  it('settles what is under way as cancelled', async () => {
    const started = await withMessages()
    const { chat, talk, mine, theirs, goOffline } = started
    const out = talk.recall(mine)
    await goOffline()
    const waiting = talk.delete(theirs)
    expect(await isSettled(started, waiting)).toBe(false)
    await chat.dispose()
    expect(await out).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(started.clock.pending).toBe(0)
  })
})
