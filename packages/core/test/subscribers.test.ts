import { describe, expect, it } from 'vitest'
import { direct } from '../src/model/ids.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { createScriptedChat, startChat } from './startChat.ts'

const bob = direct('bob')

describe('[BND7] subscribers that give commands', () => {
  it('may go on for hundreds of rounds: each command is readable before it returns, and all are told', async () => {
    const { chat, errors } = createScriptedChat()
    const talk = chat.conversation(bob)
    const told: number[] = []
    talk.messages.subscribe(messages => told.push(messages.length))
    talk.messages.subscribe(({ length }) => {
      if (length === 0 || length >= 350) return
      talk.send(`number ${length + 1}`)
      expect(talk.messages.get().length).toBeGreaterThan(length)
    })
    talk.send('number 1')
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect(talk.messages.get().length).toBe(350)
    expect(told.at(-1)).toBe(350)
    expect(errors).toEqual([])
  })
})

describe('[RCV7] command messages', () => {
  const command = (id: string, origin: 'live' | 'history'): Fact => ({
    type: 'message',
    origin,
    message: { conversation: bob, from: 'bob', id, position: id, body: { type: 'command', action: id } },
  })

  it('are told as they come, and not again or for the first time by a page of history', async () => {
    const { chat, script, clock } = await startChat()
    const told: string[] = []
    chat.commands$.subscribe(({ body }) => body?.type === 'command' && told.push(body.action))
    script.tell(command('c2', 'live'))
    await clock.settle()
    script.always('history', () =>
      Promise.resolve({ facts: [command('c1', 'history'), command('c2', 'history')], covers: { from: 'start', to: 'live' } }),
    )
    const talk = chat.conversation(bob)
    talk.open()
    await clock.settle()
    await talk.reset()
    await clock.settle()
    expect(told).toEqual(['c2'])
  })
})
