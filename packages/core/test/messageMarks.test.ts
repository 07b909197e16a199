import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { group } from '../src/model/ids.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { startChat } from './startChat.ts'

const team = group('42')

const told = (from: string, id: string): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: team, from, id, position: id, sentAt: 0, body: { type: 'text', text: id } },
})
const reacted = (user: string, emoji: string, id: string, active = true): Fact => ({
  type: 'reaction',
  origin: 'live',
  target: { conversation: team, id },
  user,
  emoji,
  active,
})

const withMessage = async (...args: Parameters<typeof startChat>) => {
  const started = await startChat(...args)
  started.script.tell(told('bob', 'm1'))
  await started.clock.settle()
  const talk = started.chat.conversation(team)
  const key = talk.messages.get().at(0)?.key ?? ''
  return { ...started, talk, key, reactions: () => started.message(key)?.reactions }
}

describe('[RCT2] a reaction of mine', () => {
  it('shows at once, and stays when the backend has it', async () => {
    const { script, talk, key, reactions, clock } = await withMessage()
    const reacting = talk.react(key, '👍')
    expect(reactions()).toEqual([{ emoji: '👍', count: 1, mine: true, users: ['alice'] }])
    await clock.settle()
    script.next('react').answer({ version: 'v1' })
    expect(await reacting).toEqual({ ok: true, value: undefined })
    expect(reactions()).toEqual([{ emoji: '👍', count: 1, mine: true, users: ['alice'] }])
    script.tell(reacted('carol', '👍', 'm1'), { ...reacted('alice', '👍', 'm1', false), version: 'v0' } as Fact)
    await clock.settle()
    expect(reactions()).toEqual([{ emoji: '👍', count: 2, mine: true, users: ['alice', 'carol'] }])
  })

  it('goes back when it is refused, and the error stands at the message until the next', async () => {
    const { script, talk, key, reactions, message, clock } = await withMessage()
    const reacting = talk.react(key, '👍')
    await clock.settle()
    script.next('react').refuse(chatError('forbidden'))
    expect(await reacting).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(reactions()).toBeUndefined()
    expect(message(key)?.pending).toMatchObject({ change: 'react', emoji: '👍', error: { code: 'forbidden' } })
    void talk.react(key, '🎉')
    expect(message(key)?.pending).toBeUndefined()
  })

  it('follows the last of many taps, one request at a time', async () => {
    const { script, talk, key, reactions, clock } = await withMessage()
    const taps = [talk.react(key, '👍'), talk.react(key, '👍', false), talk.react(key, '👍'), talk.react(key, '👍', false)]
    expect(reactions()).toBeUndefined()
    await clock.settle()
    expect(script.asked('react').map(({ args }) => args[1])).toEqual([{ emoji: '👍', active: true }])
    script.next('react').answer({})
    await clock.settle()
    script.next('react').answer({})
    expect((await Promise.all(taps)).every(({ ok }) => ok)).toBe(true)
    expect(script.asked('react').map(({ args }) => args[1].active)).toEqual([true, false])
    expect(reactions()).toBeUndefined()
  })

  it('waits for a link, as a send does', async () => {
    const { script, talk, key, reactions, goOffline, goOnline, clock } = await withMessage()
    await goOffline()
    const reacting = talk.react(key, '👍')
    expect(reactions()).toHaveLength(1)
    await clock.settle()
    expect(script.asked('react')).toHaveLength(0)
    await goOnline()
    script.next('react').answer({})
    expect(await reacting).toMatchObject({ ok: true })
  })

  it.each([
    ['', 'invalid'],
    ['x'.repeat(65), 'invalid'],
  ])('of %j is %s', async (emoji, code) => {
    const { talk, key } = await withMessage()
    expect(await talk.react(key, emoji)).toMatchObject({ ok: false, error: { code, path: 'emoji' } })
  })

  it('is unsupported where the backend has none, and a conflict at a recalled message', async () => {
    const { talk, key } = await withMessage({ capabilities: { reactions: false } })
    expect(await talk.react(key, '👍')).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    const other = await withMessage()
    other.script.tell({ type: 'recalled', origin: 'live', target: { conversation: team, id: 'm1' }, by: 'bob', as: 'author' })
    await other.clock.settle()
    expect(await other.talk.react(other.key, '👍')).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('tells a hundred users by name, and counts all', async () => {
    const { script, reactions, clock } = await withMessage()
    for (let index = 0; index < 150; index++) script.tell(reacted(`user ${String(index).padStart(3, '0')}`, '👍', 'm1'))
    await clock.settle()
    expect(reactions()?.[0]).toMatchObject({ count: 150, mine: false })
    expect(reactions()?.[0]?.users).toHaveLength(100)
  })
})

describe('[PIN1] a pinned message', () => {
  it('is told with its message where that is loaded, the latest pin first', async () => {
    const { script, talk, clock } = await withMessage()
    const pin = { type: 'pinned', origin: 'live', conversation: team, pinned: true, by: 'bob' } as const
    script.tell({ ...pin, id: 'm1', at: 1 }, { ...pin, id: 'm0', at: 2 })
    await clock.settle()
    expect(talk.pinned.get()).toMatchObject([
      { id: 'm0', by: 'bob', at: 2 },
      { id: 'm1', message: { body: { text: 'm1' } } },
    ])
    expect(talk.pinned.get()[0]).not.toHaveProperty('message')
  })

  it('is left out once its message is recalled', async () => {
    const { script, talk, clock } = await withMessage()
    script.tell({ type: 'pinned', origin: 'live', conversation: team, id: 'm1', pinned: true, by: 'bob' })
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: team, id: 'm1' }, by: 'bob', as: 'author' })
    await clock.settle()
    expect(talk.pinned.get()).toEqual([])
  })

  it('is pinned and unpinned by command; a refusal stands at the message', async () => {
    const { script, talk, key, message, clock } = await withMessage()
    const pinning = talk.pin(key)
    await clock.settle()
    script.next('pin').answer({ at: 5 })
    expect(await pinning).toMatchObject({ ok: true })
    expect(talk.pinned.get()).toMatchObject([{ id: 'm1', by: 'alice', at: 5 }])
    const unpinning = talk.pin(key, false)
    await clock.settle()
    script.next('pin').refuse(chatError('forbidden'))
    expect(await unpinning).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(talk.pinned.get()).toHaveLength(1)
    expect(message(key)?.pending).toMatchObject({ change: 'pin', error: { code: 'forbidden' } })
  })
})
