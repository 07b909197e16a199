import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import type { ConversationId } from '../src/model/ids.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { at, live, message, pagedHistory, withBob } from './pagedHistory.ts'
import { scriptedChat, type Scripted } from './scriptedChat.ts'
import { range, timelineRows } from './timelineRows.ts'

const group: ConversationId = 'group:1'

const asked = ({ script }: Scripted, since = 0): unknown[] =>
  script.log.slice(since).flatMap(({ name, args }) => (name === 'history' ? [(args[0] as { at: unknown }).at] : [name]))

/** At live with what `newest` says, its newest page loaded and shown. */
const shown = async (newest: number, options?: Parameters<typeof scriptedChat>[0]) => {
  const scripted = scriptedChat(options)
  const log = pagedHistory(newest)
  scripted.script.always('history', query => (query.conversation === withBob ? log.answer(query) : pagedHistory(0).answer(query)))
  await scripted.goOnline('gap')
  const talk = scripted.chat.conversation(withBob)
  const close = talk.open()
  await scripted.clock.settle()
  const before = scripted.script.log.length
  return {
    ...scripted,
    log,
    talk,
    close,
    /** What was asked since it was shown. */
    asked: () => asked(scripted, before),
    /** The link breaks, and while it is away there come to be so many messages. */
    goAway: (newest: number) => {
      scripted.script.lose(chatError('unavailable'))
      log.numbers = Array.from({ length: newest }, (_, index) => index + 1)
    },
    comeBack: async (...before: Fact[]) => {
      await scripted.clock.advance(1_000)
      scripted.script.tell(...before)
      await scripted.clock.settle()
      scripted.script.sync('gap')
    },
  }
}

describe('after a gap', () => {
  it('[RCV2] the list comes first, then what is shown is caught up', async () => {
    const { script, clock, talk, goAway, comeBack, asked } = await shown(10)
    goAway(15)
    script.always('conversations', undefined)
    await comeBack()
    await clock.settle()
    expect(asked()).toEqual(['conversations'])
    script.next('conversations').answer({ entries: [{ id: withBob, last: message(15) }] })
    await clock.settle()
    expect(asked()).toEqual(['conversations', { newest: true }, { before: at(6) }])
    expect(timelineRows(talk)).toBe(range(1, 15))
    expect(talk.unread.get()).toMatchObject({ count: 15, exact: true })
  })

  it('[RCV2] a list that cannot be loaded is reported, and keeps nobody from catching up', async () => {
    const { script, clock, talk, goAway, comeBack, errors } = await shown(10)
    goAway(12)
    script.always('conversations', () => Promise.reject(chatError('timeout')))
    await comeBack()
    await clock.settle()
    expect(errors.map(error => error.code)).toEqual(['timeout'])
    expect(timelineRows(talk)).toBe(range(1, 12))
  })

  it('[RCV2] live messages of the new session do not hide how much was missed before them', async () => {
    const { script, clock, talk, goAway, comeBack } = await shown(100)
    goAway(130)
    await comeBack(live(131))
    script.tell(live(132))
    await clock.settle()
    expect(timelineRows(talk)).toBe(range(91, 132))
    expect(talk.unread.get()).toMatchObject({ exact: false })
    expect(talk.history.get()).toEqual({ state: 'idle', hasOlder: true, hasNewer: false })
  })

  it('[RCV2] a link that is lost before it is synced changes nothing about what was missed', async () => {
    const { script, clock, talk, goAway, comeBack } = await shown(100)
    goAway(120)
    await clock.advance(1_000)
    script.tell(live(118))
    script.lose(chatError('unavailable'))
    await clock.settle()
    expect(timelineRows(talk)).toBe(`${range(91, 100)} - 118`)
    await clock.advance(1_000)
    await comeBack()
    await clock.settle()
    expect(timelineRows(talk)).toBe(range(91, 120))
  })

  it('[RCV2] a second gap before the first was caught up is caught up from where the first began', async () => {
    const { script, clock, talk, goAway, comeBack } = await shown(100)
    goAway(115)
    script.always('history', undefined)
    await comeBack()
    script.tell(live(116))
    await clock.settle()
    const hanging = script.next('history')
    script.lose(chatError('unavailable'))
    await clock.advance(2_000)
    script.always('history', pagedHistory(130).answer)
    script.sync('gap')
    await clock.settle()
    expect(timelineRows(talk)).toBe(range(91, 130))
    hanging.refuse(chatError('timeout'))
    await clock.settle()
    expect(talk.history.get()).toEqual({ state: 'idle', hasOlder: true, hasNewer: false })
  })

  it('[RCV3] an absence that is too long leaves a gap that can be filled', async () => {
    const { clock, talk, goAway, comeBack, asked } = await shown(100)
    goAway(1_000)
    await comeBack()
    await clock.settle()
    expect(timelineRows(talk)).toBe(`${range(85, 104)} - ${range(951, 1_000)}`)
    expect(asked().filter(place => place !== 'conversations')).toHaveLength(5 + 2)
    const gap = talk.timeline.get().find(item => item.type === 'gap')
    await talk.fillGap(gap?.type === 'gap' ? gap.before : '')
    expect(timelineRows(talk)).toBe(`${range(85, 104)} - ${range(751, 1_000)}`)
  })

  it('[RCV2] what nobody shows is caught up when it is opened', async () => {
    const { clock, talk, close, goAway, comeBack, asked } = await shown(100)
    close()
    goAway(125)
    await comeBack(live(126))
    await clock.settle()
    expect(asked().filter(place => place !== 'conversations')).toEqual([])
    expect(timelineRows(talk)).toBe(`${range(91, 100)} - 126`)
    talk.open()
    await clock.settle()
    expect(timelineRows(talk)).toBe(range(86, 126))
  })

  it('[RCV2] a gap in some conversations leaves the others at live', async () => {
    const { script, clock, talk, chat, goAway, asked } = await shown(10)
    chat.conversation(group).open()
    await clock.settle()
    goAway(12)
    await clock.advance(1_000)
    script.emit({ type: 'synced', continuity: 'gap', conversations: [group] })
    await clock.settle()
    expect(asked()).toEqual([{ newest: true }, 'conversations', { newest: true }])
    expect(talk.history.get().hasNewer).toBe(false)
    expect(timelineRows(talk)).toBe(range(1, 10))
  })

  it('[RCV2] a gap that is told in mid-session is caught up, too', async () => {
    const { script, clock, talk, log } = await shown(100)
    log.numbers = Array.from({ length: 125 }, (_, index) => index + 1)
    script.sync('gap')
    script.tell(live(126))
    await clock.settle()
    expect(timelineRows(talk)).toBe(range(86, 126))
  })

  it('[RCV6] a reset in place of catching up loads the newest page alone', async () => {
    const { script, clock, talk, goAway, comeBack, log, asked } = await shown(100)
    goAway(1_000)
    script.always('history', () => Promise.reject(chatError('unavailable')))
    await comeBack()
    await clock.settle()
    script.always('history', log.answer)
    await talk.reset()
    expect(timelineRows(talk)).toBe(range(991, 1_000))
    expect(asked()).toEqual(['conversations', { newest: true }, { newest: true }])
  })

  it('[RCV2] what could not be caught up says so, and can be loaded', async () => {
    const { script, clock, talk, goAway, comeBack, log } = await shown(10)
    goAway(14)
    script.always('history', () => Promise.reject(chatError('unavailable')))
    await comeBack()
    await clock.settle()
    expect(talk.history.get()).toMatchObject({ state: 'failed', hasNewer: true, error: { code: 'unavailable' } })
    script.always('history', log.answer)
    expect((await talk.loadNewer()).ok).toBe(true)
    expect(timelineRows(talk)).toBe(range(1, 14))
    expect(talk.history.get()).toMatchObject({ state: 'idle', hasNewer: false })
  })
})

describe('without a gap', () => {
  it('[RCV2] after a whole reconnect nothing is asked, and what came goes on without a gap', async () => {
    const { script, clock, talk, goAway, asked } = await shown(10)
    goAway(10)
    await clock.advance(1_000)
    script.tell({ ...live(11), origin: 'catchup' })
    const seen: string[] = []
    talk.history.subscribe(({ state }) => seen.push(state))
    script.sync('whole')
    await clock.settle()
    expect(asked().filter(place => place !== 'conversations')).toEqual([])
    expect(seen).toEqual(['idle'])
    expect(timelineRows(talk)).toBe(range(1, 11))
    expect(talk.history.get().hasNewer).toBe(false)
  })
})

describe('what became of what is shown', () => {
  const changes: readonly Fact[] = [
    {
      type: 'edited',
      origin: 'history',
      target: { conversation: withBob, id: 'm93' },
      by: 'bob',
      as: 'author',
      body: { type: 'text', text: 'better' },
      version: '1',
    },
    { type: 'recalled', origin: 'history', target: { conversation: withBob, id: 'm95' }, by: 'bob', as: 'author' },
    { type: 'deleted', origin: 'history', conversation: withBob, target: { exactly: [{ conversation: withBob, id: 'm97' }] } },
  ]
  const said = (talk: Awaited<ReturnType<typeof shown>>['talk']): string[] =>
    talk.messages
      .get()
      .toArray()
      .filter(({ id }) => Number(id?.slice(1)) > 90)
      .slice(0, 9)
      .map(({ body, recalled }) => (recalled ? 'recalled' : body.type === 'text' ? body.text : ''))
  const told = ['text 91', 'text 92', 'better', 'text 94', 'recalled', 'text 96', 'text 98', 'text 99', 'text 100']

  it('[RCV4] edits, recalls and deletions that were missed come with the pages that are read anew', async () => {
    const { clock, talk, log, goAway, comeBack } = await shown(100)
    goAway(105)
    changes.forEach((change, index) => log.beside.set(93 + 2 * index, [change]))
    await comeBack()
    await clock.settle()
    expect(said(talk)).toEqual(told)
  })

  it('[RCV4] nothing new being there is no reason not to read', async () => {
    const { clock, talk, log, goAway, comeBack, asked } = await shown(100)
    goAway(100)
    changes.forEach((change, index) => log.beside.set(93 + 2 * index, [change]))
    await comeBack()
    await clock.settle()
    expect(said(talk)).toEqual(told)
    expect(asked()).toEqual(['conversations', { newest: true }])
  })

  it('[RCV4] after an absence that is too long what stands above the gap is read by itself', async () => {
    const { clock, talk, log, goAway, comeBack } = await shown(100)
    goAway(1_000)
    changes.forEach((change, index) => log.beside.set(93 + 2 * index, [change]))
    log.beside.set(100, [{ type: 'recalled', origin: 'history', target: { conversation: withBob, id: 'm100' }, by: 'bob', as: 'author' }])
    await comeBack()
    await clock.settle()
    expect(said(talk)).toEqual([...told.slice(0, -1), 'recalled'])
  })

  it('[RCV4] all that was loaded is read, not only the newest page', async () => {
    const { clock, talk, log, goAway, comeBack } = await shown(120)
    await talk.loadOlder()
    await talk.loadOlder()
    goAway(121)
    changes.forEach((change, index) => log.beside.set(93 + 2 * index, [change]))
    await comeBack()
    await clock.settle()
    expect(said(talk)).toEqual(told)
  })
})
