import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import type { HistoryPage, HistoryQuery } from '../src/protocol/transport.ts'
import { at, pagedHistory, withBob } from './pagedHistory.ts'
import { scriptedChat } from './scriptedChat.ts'

/** At live with message 30; a send's answer is lost, and `more` messages came to be that nobody told of. `stored`: my message is that one. */
const inDoubt = async (more: number, size: number, stored?: number) => {
  const scripted = scriptedChat({ capabilities: { dedupe: 'none' } })
  const { script, chat, clock } = scripted
  script.always('history', pagedHistory(30).answer)
  await scripted.goOnline('whole')
  const talk = chat.conversation(withBob)
  talk.open()
  await clock.settle()
  const before = script.log.length
  const log = pagedHistory(30 + more, { size })
  const mine = (page: HistoryPage): HistoryPage => ({
    ...page,
    facts: page.facts.map(fact =>
      fact.type === 'message' && fact.message.position === at(stored ?? 0)
        ? { ...fact, message: { ...fact.message, from: 'alice', localId: 'alice-1' } }
        : fact,
    ),
  })
  script.always('history', async query => mine(await log.answer(query)))
  const key = talk.send('in doubt')
  script.next('send').refuse(chatError('timeout'))
  await clock.settle()
  return {
    ...scripted,
    state: () => chat.message(key).get()?.send?.state,
    asked: (): HistoryQuery['at'][] =>
      script.log.slice(before).flatMap(({ name, args }) => (name === 'history' ? [(args[0] as HistoryQuery).at] : [])),
  }
}

describe('[SND6] whether a send whose answer was lost is in the history', () => {
  it('found in an older page, it is sent', async () => {
    const { state, asked, script } = await inDoubt(25, 10, 33)
    expect(asked()).toEqual([{ newest: true }, { before: at(46) }, { before: at(36) }])
    expect(state()).toBe('sent')
    expect(script.asked('send')).toHaveLength(1)
  })

  it('absent from all that came to be since it went out, it goes again', async () => {
    const { state, asked, script } = await inDoubt(25, 10)
    expect(asked()).toEqual([{ newest: true }, { before: at(46) }, { before: at(36) }])
    expect(state()).toBe('sending')
    expect(script.asked('send')).toHaveLength(2)
  })

  it('where the way back is long nothing is said before it is through, and nothing is read twice', async () => {
    const { state, asked, script, clock } = await inDoubt(25, 1)
    expect(asked()).toHaveLength(10)
    expect(state()).toBe('uncertain')
    await clock.advance(1_000)
    expect(asked().slice(10, 13)).toEqual([{ newest: true }, { before: at(46) }, { before: at(45) }])
    expect(state()).toBe('uncertain')
    await clock.advance(10_000)
    expect(asked().slice(20, 23)).toEqual([{ newest: true }, { before: at(37) }, { before: at(36) }])
    expect(state()).toBe('sending')
    expect(script.asked('send')).toHaveLength(2)
  })

  it('a page that doesn’t say that it reaches live proves nothing', async () => {
    const { state, script, clock } = await inDoubt(0, 10)
    expect(state()).toBe('sending')
    script.always('history', async () => ({ facts: [], covers: { from: 'start', to: at(30) } }))
    script.next('send').refuse(chatError('timeout'))
    await clock.advance(5_000)
    expect(state()).toBe('uncertain')
    expect(script.asked('send')).toHaveLength(2)
  })
})
