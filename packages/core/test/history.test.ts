import { describe, expect, it } from 'vitest'
import type { ConversationHandle } from '../src/conversationHandle.ts'
import type { HistoryState } from '../src/model/conversation.ts'
import { chatError } from '../src/model/error.ts'
import { at, live, message, pagedHistory, withBob } from './pagedHistory.ts'
import { scriptedChat, type Scripted } from './scriptedChat.ts'
import { range, timelineRows } from './timelineRows.ts'

/** Where the history was asked for, in order. */
const places = ({ script }: Scripted): unknown[] => script.asked('history').map(({ args: [query] }) => query.at)

const keyOf = (talk: ConversationHandle, n: number): string => {
  const found = talk.messages.get().find(({ id }) => id === `m${n}`)
  if (found === undefined) throw new Error(`Message ${n} is not here.`)
  return found.key
}

const opened = async (newest: number, size?: number) => {
  const scripted = scriptedChat()
  const log = pagedHistory(newest, size === undefined ? {} : { size })
  scripted.script.always('history', log.answer)
  await scripted.goOnline('whole')
  const talk = scripted.chat.conversation(withBob)
  const close = talk.open()
  await scripted.clock.settle()
  return { ...scripted, log, talk, close }
}

describe('opening', () => {
  it('[RCV6] loads the newest page, once, however many open it', async () => {
    const scripted = await opened(25)
    scripted.talk.open()
    await scripted.clock.settle()
    expect(timelineRows(scripted.talk)).toBe(range(16, 25))
    expect(places(scripted)).toEqual([{ newest: true }])
    expect(scripted.talk.history.get()).toEqual({ state: 'idle', hasOlder: true, hasNewer: false })
  })

  it('[RCV6] opened again at live it asks for nothing', async () => {
    const scripted = await opened(5)
    scripted.close()
    scripted.script.tell(live(6))
    await scripted.clock.settle()
    const seen: HistoryState['state'][] = []
    scripted.talk.history.subscribe(({ state }) => seen.push(state))
    scripted.talk.open()
    await scripted.clock.settle()
    expect(places(scripted)).toHaveLength(1)
    expect(seen).toEqual(['idle'])
    expect(timelineRows(scripted.talk)).toBe(range(1, 6))
    expect(scripted.talk.unread.get()).toMatchObject({ count: 6, exact: true })
  })

  it('[RCV6] the preview of the list is not a page: opening still loads one', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', async () => ({ entries: [{ id: withBob, last: message(25) }] }))
    scripted.script.always('history', pagedHistory(25).answer)
    await scripted.goOnline()
    const talk = scripted.chat.conversation(withBob)
    expect(timelineRows(talk)).toBe('25')
    talk.open()
    await scripted.clock.settle()
    expect(timelineRows(talk)).toBe(range(16, 25))
    expect(talk.history.get()).toMatchObject({ state: 'idle', hasNewer: false })
  })

  it('[RCV6] opened without a link it loads as soon as there is one', async () => {
    const scripted = scriptedChat()
    scripted.script.always('history', pagedHistory(5).answer)
    const talk = scripted.chat.conversation(withBob)
    const close = talk.open()
    expect(talk.history.get().state).toBe('idle')
    await scripted.goOnline('whole')
    expect(timelineRows(talk)).toBe(range(1, 5))
    close()
  })

  it('[RCV6] one that was closed again before there was a link is left alone', async () => {
    const scripted = scriptedChat()
    scripted.chat.conversation(withBob).open()()
    await scripted.goOnline()
    expect(places(scripted)).toEqual([])
  })

  it('[RCV5] a newest page without anything to show is gone past', async () => {
    const scripted = scriptedChat()
    const log = pagedHistory(40)
    log.numbers = [1, 2, 3]
    scripted.script.always('history', log.answer)
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    talk.open()
    await scripted.clock.settle()
    expect(timelineRows(talk)).toBe('1 2 3')
    expect(talk.history.get()).toEqual({ state: 'idle', hasOlder: false, hasNewer: false })
  })

  it('[UNR7] a conversation never loaded shows the backend’s number, and opening makes it exact', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', async () => ({
      entries: [{ id: withBob, last: message(25), unread: { count: 9, asOf: at(25), mark: at(18) } }],
    }))
    const log = pagedHistory(25)
    log.numbers = log.numbers.filter(n => n !== 20)
    scripted.script.always('history', log.answer)
    await scripted.goOnline()
    const talk = scripted.chat.conversation(withBob)
    expect(talk.unread.get()).toMatchObject({ count: 9, exact: false })
    expect(scripted.chat.totalUnread.get()).toEqual({ count: 9, exact: false })
    talk.open()
    await scripted.clock.settle()
    expect(talk.unread.get()).toMatchObject({ count: 6, exact: true })
    expect(scripted.chat.totalUnread.get()).toEqual({ count: 6, exact: true })
  })
})

describe('older and newer', () => {
  it('[RCV6] loadOlder twice at once loads once', async () => {
    const scripted = await opened(45)
    const outcomes = await Promise.all([scripted.talk.loadOlder(), scripted.talk.loadOlder()])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(timelineRows(scripted.talk)).toBe(range(6 + 20, 45))
    expect(places(scripted)).toEqual([{ newest: true }, { before: at(36) }])
  })

  it('[RCV6] loadOlder while the newest page is on its way is the same load', async () => {
    const scripted = scriptedChat()
    await scripted.goOnline('whole')
    scripted.script.always('history', pagedHistory(15).answer)
    const talk = scripted.chat.conversation(withBob)
    talk.open()
    expect((await talk.loadOlder()).ok).toBe(true)
    expect(places(scripted)).toEqual([{ newest: true }])
  })

  it('[RCV5] goes past pages that hold nothing, down to the beginning', async () => {
    const scripted = await opened(60)
    scripted.log.numbers = [1, 2, ...scripted.log.numbers.slice(50)]
    await scripted.talk.loadOlder()
    expect(timelineRows(scripted.talk)).toBe(`1 2 ${range(51, 60)}`)
    expect(scripted.talk.history.get()).toEqual({ state: 'idle', hasOlder: false, hasNewer: false })
    const asked = places(scripted).length
    expect((await scripted.talk.loadOlder()).ok).toBe(true)
    expect(places(scripted)).toHaveLength(asked)
  })

  it('[RCV5] one call goes past twenty empty pages at most, and the next goes on from there', async () => {
    const scripted = await opened(300)
    scripted.log.numbers = [1, ...scripted.log.numbers.slice(290)]
    await scripted.talk.loadOlder()
    expect(places(scripted)).toHaveLength(21)
    expect(scripted.talk.history.get()).toMatchObject({ state: 'idle', hasOlder: true })
    await scripted.talk.loadOlder()
    expect(timelineRows(scripted.talk)).toBe(`1 ${range(291, 300)}`)
  })

  it('[RCV5] pages that say nothing of their range are followed by their cursors', async () => {
    const scripted = await opened(9, 1)
    scripted.script.always('history', async ({ at: where }) =>
      'before' in where
        ? { facts: [], older: 'a' }
        : 'cursor' in where && where.cursor === 'a'
          ? { facts: [], older: 'b' }
          : { facts: [{ ...live(4), origin: 'history' }], older: 'c' },
    )
    await scripted.talk.loadOlder()
    expect(places(scripted).slice(1)).toEqual([{ before: at(9) }, { cursor: 'a' }, { cursor: 'b' }])
    expect(scripted.talk.messages.get().map(({ id }) => id)).toEqual(['m4', 'm9'])
  })

  it('[RCV5] a backend that gives the same page again is reported, and not asked for ever', async () => {
    const scripted = await opened(9, 1)
    scripted.script.always('history', async () => ({ facts: [], older: 'again' }))
    expect((await scripted.talk.loadOlder()).ok).toBe(true)
    expect(places(scripted).slice(1)).toEqual([{ before: at(9) }, { cursor: 'again' }])
    expect(scripted.errors.map(error => error.code)).toEqual(['protocol'])
    expect(scripted.talk.history.get().state).toBe('idle')
  })

  it('[RCV5] a page has as many messages as were asked for, and as the backend gives', async () => {
    const scripted = await opened(200, 1_000)
    await scripted.talk.loadOlder({ count: 7 })
    await scripted.talk.loadOlder({ count: 7_000 })
    expect(scripted.script.asked('history').map(({ args: [{ count }] }) => count)).toEqual([50, 7, 100])
  })

  it('[RCV6] loadNewer goes on from what was loaded around a message, up to live', async () => {
    const scripted = scriptedChat()
    scripted.script.always('history', pagedHistory(100).answer)
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    expect(await talk.loadAround('m75')).toMatchObject({ ok: true })
    expect(timelineRows(talk)).toBe(range(70, 79))
    expect(talk.history.get()).toMatchObject({ hasOlder: true, hasNewer: true })
    await Promise.all([talk.loadNewer(), talk.loadNewer()])
    expect(timelineRows(talk)).toBe(range(70, 89))
    await talk.loadNewer()
    await talk.loadNewer()
    expect(timelineRows(talk)).toBe(range(70, 100))
    expect(talk.history.get()).toMatchObject({ hasOlder: true, hasNewer: false })
    const asked = places(scripted).length
    await talk.loadNewer()
    expect(places(scripted)).toHaveLength(asked)
  })

  it('[RCV6] where the backend cannot page forward, loadNewer loads the newest page and leaves a gap', async () => {
    const history = { backward: true, forward: false, around: true, maxPage: 50, returns: 'current', includes: [] } as const
    const scripted = scriptedChat({ capabilities: { history } })
    scripted.script.always('history', pagedHistory(100).answer)
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    await talk.loadAround('m55')
    await talk.loadNewer()
    expect(timelineRows(talk)).toBe(`${range(50, 59)} - ${range(91, 100)}`)
  })

  it('[RCV6] a message that is here with its neighbours needs no page; one that is nowhere is notFound', async () => {
    const scripted = await opened(25)
    expect((await scripted.talk.loadAround('m20')).ok).toBe(true)
    expect(places(scripted)).toHaveLength(1)
    scripted.script.always('history', async () => ({ facts: [] }))
    expect(await scripted.talk.loadAround('m999')).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(scripted.talk.history.get()).toMatchObject({ state: 'failed', error: { code: 'notFound' } })
  })

  it('[RCV6] where the backend cannot jump, loadAround pages backward until the message comes', async () => {
    const history = { backward: true, forward: false, around: false, maxPage: 50, returns: 'current', includes: [] } as const
    const scripted = scriptedChat({ capabilities: { history } })
    scripted.script.always('history', pagedHistory(40).answer)
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    expect((await talk.loadAround('m15')).ok).toBe(true)
    expect(timelineRows(talk)).toContain('15')
    expect(timelineRows(talk)).not.toContain('-')
  })

  it('[RCV6] what the backend cannot do at all is unsupported', async () => {
    const history = { backward: false, forward: false, around: false, maxPage: 50, returns: 'current', includes: [] } as const
    const scripted = scriptedChat({ capabilities: { history } })
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    expect(await talk.loadOlder()).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(places(scripted)).toEqual([])
  })
})

describe('failure', () => {
  it('[RCV6] a failed load is state, and can be tried again', async () => {
    const scripted = await opened(25)
    const seen: HistoryState['state'][] = []
    scripted.talk.history.subscribe(({ state }) => seen.push(state))
    scripted.script.always('history', () => Promise.reject(chatError('timeout')))
    expect(await scripted.talk.loadOlder()).toMatchObject({ ok: false, error: { code: 'timeout' } })
    expect(scripted.talk.history.get()).toMatchObject({ state: 'failed', error: { code: 'timeout' }, hasOlder: true })
    scripted.script.always('history', scripted.log.answer)
    expect((await scripted.talk.loadOlder()).ok).toBe(true)
    expect(scripted.talk.history.get()).toEqual({ state: 'idle', hasOlder: true, hasNewer: false })
    expect(seen).toEqual(['idle', 'loading', 'failed', 'loading', 'idle'])
  })

  it('[RCV6] a failed first page is loaded by asking for older', async () => {
    const scripted = scriptedChat()
    scripted.script.always('history', () => Promise.reject(chatError('unavailable')))
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    talk.open()
    await scripted.clock.settle()
    expect(talk.history.get()).toMatchObject({ state: 'failed', error: { code: 'unavailable' } })
    scripted.script.always('history', pagedHistory(5).answer)
    expect((await talk.loadOlder()).ok).toBe(true)
    expect(timelineRows(talk)).toBe(range(1, 5))
  })

  it('[RCV6] without a link a load is offline, and forgiven once there is one', async () => {
    const scripted = await opened(25)
    await scripted.chat.disconnect()
    expect(await scripted.talk.loadOlder()).toMatchObject({ ok: false, error: { code: 'offline' } })
    expect(scripted.talk.history.get()).toMatchObject({ state: 'failed', error: { code: 'offline' } })
    await scripted.goOnline('whole')
    expect(scripted.talk.history.get()).toMatchObject({ state: 'idle' })
    expect((await scripted.talk.loadOlder()).ok).toBe(true)
  })

  it.each([
    [
      'throws',
      (): never => {
        throw new Error('boom')
      },
      'unknown',
    ],
    ['rejects with something else', () => Promise.reject(new Error('boom')), 'unknown'],
    ['answers nothing', () => Promise.resolve(undefined as never), 'protocol'],
    ['answers something else', () => Promise.resolve({ messages: [] } as never), 'protocol'],
  ] as const)('[RCV8] a transport that %s fails that load alone', async (_what, answer, expected) => {
    const scripted = await opened(25)
    scripted.script.always('history', answer)
    expect(await scripted.talk.loadOlder()).toMatchObject({ ok: false, error: { code: expected } })
    expect(scripted.talk.history.get()).toMatchObject({ state: 'failed', error: { code: expected } })
    scripted.script.always('history', scripted.log.answer)
    expect((await scripted.talk.loadOlder()).ok).toBe(true)
  })

  it('[RCV8] one conversation’s failure leaves the others alone', async () => {
    const scripted = await opened(25)
    scripted.script.always('history', query =>
      query.conversation === withBob ? Promise.reject(chatError('internal')) : pagedHistory(3, { conversation: 'group:1' }).answer(query),
    )
    const group = scripted.chat.conversation('group:1')
    const [failed, loaded] = await Promise.all([scripted.talk.loadOlder(), group.loadOlder()])
    expect([failed.ok, loaded.ok]).toEqual([false, true])
    expect(group.history.get().state).toBe('idle')
  })

  it('chat.idle() waits for a page that is on its way, not for one that cannot be asked for', async () => {
    const scripted = scriptedChat()
    scripted.script.always('history', undefined)
    const talk = scripted.chat.conversation(withBob)
    talk.open()
    await scripted.chat.idle()
    await scripted.goOnline('whole')
    let idle = false
    void scripted.chat.idle().then(() => (idle = true))
    await scripted.clock.settle()
    expect(idle).toBe(false)
    scripted.script.next('history').answer({ facts: [], covers: { from: 'start', to: 'live' } })
    await scripted.clock.settle()
    expect(idle).toBe(true)
  })
})

describe('gaps', () => {
  const withGap = async (size?: number) => {
    const scripted = scriptedChat()
    const log = pagedHistory(100, size === undefined ? {} : { size })
    scripted.script.always('history', log.answer)
    await scripted.goOnline('whole')
    const talk = scripted.chat.conversation(withBob)
    await talk.loadAround('m15')
    talk.open()
    await scripted.clock.settle()
    return { ...scripted, log, talk }
  }
  const gapOf = (talk: ConversationHandle) => {
    const found = talk.timeline.get().find(item => item.type === 'gap')
    if (found?.type !== 'gap') throw new Error('There is no gap.')
    return found
  }

  it('[RCV3] what is missing between two loaded messages is a gap, and fillGap closes it', async () => {
    const { talk } = await withGap()
    expect(timelineRows(talk)).toBe(`${range(10, 19)} - ${range(91, 100)}`)
    expect(gapOf(talk)).toMatchObject({ before: keyOf(talk, 91), fillable: true, filling: false })
    expect((await talk.fillGap(gapOf(talk).before)).ok).toBe(true)
    expect(timelineRows(talk)).toBe(range(10, 100))
    expect(talk.history.get().state).toBe('idle')
  })

  it('[RCV3] filled twice at once it is filled once, and shows that it is', async () => {
    const { talk, script, clock } = await withGap()
    const { before } = gapOf(talk)
    script.always('history', undefined)
    const fills = [talk.fillGap(before), talk.fillGap(before)]
    await clock.settle()
    expect(script.asked('history').filter(({ answered }) => !answered)).toHaveLength(1)
    expect(gapOf(talk)).toMatchObject({ filling: true })
    script.next('history').answer({ facts: [{ ...live(85), origin: 'history' }], covers: { from: at(81), to: at(91) } })
    await clock.settle()
    // The gap has moved up: what is filled is still the same gap.
    expect(gapOf(talk)).toMatchObject({ before: keyOf(talk, 85), filling: true })
    script.next('history').answer({ facts: [], covers: { from: 'start', to: at(81) } })
    expect((await Promise.all(fills)).map(({ ok }) => ok)).toEqual([true, true])
    expect(timelineRows(talk)).toBe(`${range(10, 19)} 85 ${range(91, 100)}`)
  })

  it('[RCV3] one call fills twenty pages at most; the rest stays a gap', async () => {
    const { talk } = await withGap(3)
    await talk.fillGap(gapOf(talk).before)
    expect(timelineRows(talk)).toBe(`${range(14, 16)} - ${range(38, 100)}`)
    expect(gapOf(talk)).toMatchObject({ before: keyOf(talk, 38), filling: false })
    await talk.fillGap(gapOf(talk).before)
    expect(timelineRows(talk)).toBe(range(14, 100))
  })

  it('[RCV3] a gap that was filled and comes back is not being filled', async () => {
    const { talk } = await withGap()
    await talk.fillGap(gapOf(talk).before)
    await talk.reset()
    await talk.loadAround('m15')
    expect(gapOf(talk)).toEqual({ type: 'gap', key: expect.any(String), before: keyOf(talk, 91), fillable: true, filling: false })
  })

  it('[RCV3] a gap that cannot be filled says why, and can be tried again', async () => {
    const { talk, script, log } = await withGap()
    script.always('history', () => Promise.reject(chatError('timeout')))
    expect(await talk.fillGap(gapOf(talk).before)).toMatchObject({ ok: false, error: { code: 'timeout' } })
    expect(gapOf(talk)).toMatchObject({ filling: false, error: { code: 'timeout' } })
    script.always('history', log.answer)
    await talk.fillGap(gapOf(talk).before)
    expect(timelineRows(talk)).toBe(range(10, 100))
  })

  it('[RCV3] above a message without a gap there is nothing to fill', async () => {
    const scripted = await opened(20)
    expect((await scripted.talk.fillGap(keyOf(scripted.talk, 15))).ok).toBe(true)
    expect(places(scripted)).toHaveLength(1)
  })
})

describe('reset', () => {
  it('[RCV6] forgets what is loaded and loads the newest page', async () => {
    const scripted = await opened(45)
    await scripted.talk.loadOlder()
    const pending = scripted.talk.send('on its way')
    expect((await scripted.talk.reset()).ok).toBe(true)
    expect(timelineRows(scripted.talk)).toBe(`${range(36, 45)} ?`)
    expect(scripted.chat.message(pending).get()).toBeDefined()
    expect(scripted.talk.history.get()).toEqual({ state: 'idle', hasOlder: true, hasNewer: false })
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('[RCV3] a page whose answer came %d turns before the reset is forgotten', async turns => {
    const scripted = scriptedChat()
    const { script, chat, clock } = scripted
    await scripted.goOnline('whole')
    script.always('history', undefined)
    const talk = chat.conversation(withBob)
    talk.open()
    await clock.settle()
    script.next('history').answer({ facts: [live(10)], covers: { from: at(1), to: 'live' } })
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    const reset = talk.reset()
    await clock.settle()
    expect(timelineRows(talk)).toBe('')
    script.next('history').answer({ facts: [live(11)], covers: { from: 'start', to: 'live' } })
    expect((await reset).ok).toBe(true)
    expect(timelineRows(talk)).toBe('11')
  })

  it('[RCV3] an answer that was asked for before the reset does not vouch for what was forgotten', async () => {
    const scripted = scriptedChat()
    const { script, chat, clock } = scripted
    await scripted.goOnline('whole')
    script.always('history', undefined)
    const talk = chat.conversation(withBob)
    talk.open()
    await clock.settle()
    const early = script.next('history')
    script.tell(live(11))
    await clock.settle()
    const reset = talk.reset()
    await clock.settle()
    early.answer({ facts: [live(10)], covers: { from: at(1), to: 'live' } })
    await clock.settle()
    expect(timelineRows(talk)).toBe('')
    script.next('history').answer({ facts: [live(10), live(11)], covers: { from: at(10), to: 'live' } })
    expect((await reset).ok).toBe(true)
    expect(timelineRows(talk)).toBe('10 11')
  })

  it('[RCV6] without a link it keeps what is here', async () => {
    const scripted = await opened(5)
    await scripted.chat.disconnect()
    expect(await scripted.talk.reset()).toMatchObject({ ok: false, error: { code: 'offline' } })
    expect(timelineRows(scripted.talk)).toBe(range(1, 5))
  })
})
