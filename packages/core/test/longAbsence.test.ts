import { createSandbox } from '@parlance/sandbox'
import { expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import type { ConversationHandle } from '../src/conversationHandle.ts'
import { createChat } from '../src/createChat.ts'
import { direct } from '../src/model/ids.ts'
import { testClock } from '../src/testing/testClock.ts'

/** Alice shows her talk with Bob and is cut off; the server keeps no more than five deliveries for her. */
const cutOff = async () => {
  const clock = testClock()
  const sandbox = createSandbox({ seed: 'absence', clock, users: ['alice', 'bob'], policy: { queue: 5, recall: { windowMs: 3_600_000 } } })
  const chatOf = (user: string): Chat => {
    const chat = createChat({ transport: sandbox.transport(user), clock, publish: 'microtask', random: () => 0.5, timeZone: 'UTC' })
    sandbox.watch(chat)
    void chat.connect()
    return chat
  }
  const [alice, bob] = [chatOf('alice'), chatOf('bob')]
  const rest = async (): Promise<void> => {
    const quiet = sandbox.quiet()
    await clock.advance(120_000)
    await quiet
  }
  await rest()
  const here = alice.conversation(direct('bob'))
  const there = bob.conversation(direct('alice'))
  here.open()
  there.open()
  for (let n = 1; n <= 20; n++) there.send(`before ${n}`)
  await rest()
  const continuity: string[] = []
  alice.facts$.subscribe(fact => fact.type === 'gap' && continuity.push('gap'))
  sandbox.faults.cut('alice')
  await clock.advance(1_000)
  return { clock, sandbox, alice, bob, here, there, rest, continuity }
}

const shown = (talk: ConversationHandle): readonly string[] =>
  talk.timeline
    .get()
    .toArray()
    .flatMap(item => {
      if (item.type === 'gap') return ['gap']
      if (item.type !== 'message') return []
      const { body, recalled, edited } = item.message
      return [recalled !== undefined ? 'recalled' : `${body.type === 'text' ? body.text : ''}${edited === undefined ? '' : ' (edited)'}`]
    })

const keyOf = (talk: ConversationHandle, text: string): string =>
  talk.messages.get().find(({ body }) => body?.type === 'text' && body.text === text)?.key ?? ''

it('[RCV2, RCV4] after an absence beyond resuming, what was missed and what became of the rest is there', async () => {
  const { sandbox, clock, here, there, rest, continuity } = await cutOff()
  void there.recall(keyOf(there, 'before 19'))
  void there.edit(keyOf(there, 'before 18'), 'better 18')
  for (let n = 1; n <= 130; n++) there.send(`while ${n}`)
  await clock.advance(60_000)
  expect(shown(here)).toHaveLength(20)
  sandbox.faults.restore('alice')
  await rest()
  expect(continuity).not.toEqual([])
  expect(shown(here)).toHaveLength(150)
  expect(shown(here).slice(17, 21)).toEqual(['better 18 (edited)', 'recalled', 'before 20', 'while 1'])
  expect(shown(here)).toEqual(shown(there))
  expect(here.unread.get()).toMatchObject({ count: 149, exact: true })
  expect(here.history.get()).toEqual({ state: 'idle', hasOlder: false, hasNewer: false })
})

it('[RCV2, RCV3] so long an absence that a gap stays: it is filled, and nothing is missing', async () => {
  const { sandbox, clock, here, there, rest } = await cutOff()
  void there.recall(keyOf(there, 'before 20'))
  for (let n = 1; n <= 400; n++) sandbox.backend.post('bob', direct('alice'), `while ${n}`)
  await clock.advance(10_000)
  sandbox.faults.restore('alice')
  await rest()
  expect(shown(here)).toContain('gap')
  expect(shown(here)).toContain('recalled')
  for (let gap = shown(here).indexOf('gap'); gap >= 0; gap = shown(here).indexOf('gap')) {
    const item = here.timeline.get().find(({ type }) => type === 'gap')
    const filled = here.fillGap(item?.type === 'gap' ? item.before : '')
    await rest()
    expect((await filled).ok).toBe(true)
  }
  expect(shown(here)).toHaveLength(420)
  expect(shown(here).slice(18, 22)).toEqual(['before 19', 'recalled', 'while 1', 'while 2'])
  expect(here.unread.get()).toMatchObject({ count: 419, exact: true })
})

it('[RCV2] cut off for a moment, all is resumed and nothing is loaded anew', async () => {
  const { sandbox, here, there, rest, continuity } = await cutOff()
  there.send('while 1')
  await rest()
  sandbox.faults.restore('alice')
  await rest()
  expect(continuity).toEqual([])
  expect(shown(here).slice(-2)).toEqual(['before 20', 'while 1'])
})
