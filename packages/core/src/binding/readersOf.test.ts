import { describe, expect, it } from 'vitest'
import { startChat } from '../../test/startChat.ts'
import { chatError } from '../model/error.ts'
import { direct } from '../model/ids.ts'
import { readersOf } from './readersOf.ts'
import type { ReaderList } from './readersOf.ts'

/** A chat with a message of mine. */
const withMessage = async () => {
  const started = await startChat()
  started.script.tell({
    type: 'message',
    origin: 'live',
    message: { conversation: direct('bob'), from: 'alice', id: 'm1', position: 'm1', sentAt: 0, body: { type: 'text', text: 'hello' } },
  })
  await started.clock.settle()
  const key = started.chat.conversation(direct('bob')).messages.get().at(0)?.key
  return { ...started, readers: readersOf(started.chat, key) }
}

describe('the readers of a message', () => {
  it('[BND3] are asked for when somebody first subscribes, and not again by the next', async () => {
    const { readers, script, clock } = await withMessage()
    expect(readers.get()).toEqual({ items: [], state: 'loading', hasMore: true })
    expect(script.asked('readers')).toHaveLength(0)
    const told: ReaderList['state'][] = []
    const stop = readers.subscribe(({ state }) => told.push(state))
    script.next('readers').answer({ items: [{ user: 'bob' }], next: 'after bob' })
    await clock.settle()
    expect(told).toEqual(['loading', 'idle'])
    stop()
    readers.subscribe(({ state }) => told.push(state))
    expect(told).toEqual(['loading', 'idle', 'idle'])
    expect(script.asked('readers')).toHaveLength(1)
  })

  it('[BND3] come page by page, each once however often it is asked for', async () => {
    const { readers, script, clock } = await withMessage()
    const first = readers.loadMore()
    expect(readers.loadMore()).toBe(first)
    script.next('readers').answer({ items: [{ user: 'bob' }], next: 'after bob' })
    expect(await first).toEqual({ ok: true, value: undefined })
    void readers.loadMore()
    expect(readers.get()).toEqual({ items: [{ user: 'bob' }], state: 'loading', hasMore: true })
    await clock.settle()
    expect(script.asked('readers')[1]?.args[1]).toMatchObject({ after: 'after bob' })
    script.next('readers').answer({ items: [{ user: 'carol' }] })
    await clock.settle()
    expect(readers.get()).toEqual({ items: [{ user: 'bob' }, { user: 'carol' }], state: 'idle', hasMore: false })
    expect(await readers.loadMore()).toEqual({ ok: true, value: undefined })
    expect(script.asked('readers')).toHaveLength(2)
  })

  it('[BND3] may be asked for again after a failure, which is state', async () => {
    const { readers, script } = await withMessage()
    const failing = readers.loadMore()
    script.next('readers').refuse(chatError('forbidden'))
    expect(await failing).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(readers.get()).toMatchObject({ items: [], state: 'failed', hasMore: true, error: { code: 'forbidden' } })
    const again = readers.loadMore()
    expect(readers.get()).toEqual({ items: [], state: 'loading', hasMore: true })
    script.next('readers').answer({ items: [] })
    expect(await again).toMatchObject({ ok: true })
  })

  it('[BND6] are none where there is no message, and nobody is asked', async () => {
    const { chat, script } = await withMessage()
    const none = readersOf(chat, undefined)
    none.subscribe(() => undefined)
    expect(await none.loadMore()).toEqual({ ok: true, value: undefined })
    expect(none.get()).toEqual({ items: [], state: 'idle', hasMore: false })
    const unknown = readersOf(chat, 'nowhere')
    expect(await unknown.loadMore()).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(script.asked('readers')).toHaveLength(0)
  })
})
