import { createChat, direct } from '@parlance/core'
import { createSandbox } from '@parlance/sandbox'
import { describe, expect, it } from 'vitest'
import { createFactLog } from './createFactLog.ts'

const open = async () => {
  const sandbox = createSandbox({ users: ['alice', 'bob'] })
  const chat = createChat({ transport: sandbox.transport('alice'), publish: 'microtask' })
  const log = createFactLog(chat)
  sandbox.watch(chat)
  await chat.connect()
  const talk = chat.conversation(direct('bob'))
  talk.open()
  await sandbox.quiet()
  const say = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) sandbox.backend.post('bob', direct('alice'), text)
    await sandbox.quiet()
  }
  const textsAfter = (number: number): readonly unknown[] => {
    const replayed = log.replay(number)
    const texts = replayed
      .conversation(direct('bob'))
      .messages.get()
      .map(({ body }) => body)
    void replayed.dispose()
    return texts
  }
  return { sandbox, chat, log, talk, say, textsAfter }
}

describe('the inspector’s log', () => {
  it('folds again to the state right after each fact', async () => {
    const { chat, log, say, textsAfter } = await open()
    const numbers: number[] = []
    for (const text of ['one', 'two', 'three']) {
      await say(text)
      numbers.push(log.total.get())
    }
    expect(numbers.map(number => textsAfter(number).length)).toEqual([1, 2, 3])
    const now = log.replay(log.total.get())
    expect(now.conversations.get().toArray()).toEqual(chat.conversations.get().toArray())
    expect(now.totalUnread.get()).toEqual(chat.totalUnread.get())
  })

  it('keeps a bounded number of facts, and folds the same nevertheless', async () => {
    const { log, say, textsAfter } = await open()
    await say(...Array.from({ length: 1_600 }, (_, number) => `${number}`))
    const kept = log.entries.get()
    expect(kept.length).toBeLessThanOrEqual(400)
    expect(log.total.get()).toBeGreaterThan(1_600)
    const newestAfter = (number: number): unknown => textsAfter(number).at(-1)
    expect(newestAfter(log.total.get())).toEqual({ type: 'text', text: '1599' })
    const { number, fact } = kept.find(entry => entry.fact.type === 'message')!
    expect(newestAfter(number)).toEqual(fact.type === 'message' && fact.message.body)
    expect(newestAfter(number)).not.toEqual({ type: 'text', text: '1599' })
  })

  it('no earlier state shows a body that was recalled since [SEC4]', async () => {
    const { sandbox, log, say, textsAfter } = await open()
    await say('secret')
    const [message] = sandbox.backend.inspect(direct('bob'), 'alice')
    const before = log.total.get()
    expect(textsAfter(before)).toEqual([{ type: 'text', text: 'secret' }])
    sandbox.backend.act('bob', 'recall', { target: { conversation: direct('alice'), id: message!.id } })
    await sandbox.quiet()
    for (let number = 1; number <= log.total.get(); number++) expect(JSON.stringify(textsAfter(number))).not.toContain('secret')
    expect(JSON.stringify(log.entries.get())).not.toContain('secret')
  })
})
