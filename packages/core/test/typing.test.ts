import { describe, expect, it } from 'vitest'
import { direct, group } from '../src/model/ids.ts'
import type { Json } from '../src/model/json.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { createScriptedChat, startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const team = group('42')

const typing = (from: string, data: Json, conversation = team): Fact => ({
  type: 'ephemeral',
  origin: 'live',
  conversation,
  from,
  name: 'typing',
  data,
})
const told = ({ script }: StartedChat): readonly unknown[] => script.ephemeral.map(({ data }) => data)

describe('[RCV7] others typing', () => {
  it('is shown, and ends by itself after ten seconds', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    script.tell(typing('carol', true))
    await clock.settle()
    expect(talk.typing.get()).toEqual(['carol'])
    await clock.advance(9_999)
    expect(talk.typing.get()).toEqual(['carol'])
    await clock.advance(1)
    expect(talk.typing.get()).toEqual([])
  })

  it('lasts while it is said again, each for themselves', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    script.tell(typing('carol', true), typing('dave', true))
    await clock.advance(6_000)
    script.tell(typing('carol', true))
    await clock.advance(6_000)
    expect(talk.typing.get()).toEqual(['carol'])
  })

  it('ends when they say so, or anything else than true', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    script.tell(typing('carol', true), typing('dave', true))
    script.tell(typing('carol', false), typing('dave', { odd: 1 }))
    await clock.settle()
    expect(talk.typing.get()).toEqual([])
    expect(clock.pending).toBe(0)
  })

  it('ends with their message, and only theirs', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    script.tell(typing('carol', true), typing('dave', true))
    script.tell({
      type: 'message',
      origin: 'live',
      message: { conversation: team, from: 'carol', id: '1', position: '1', body: { type: 'text', text: 'x' } },
    })
    await clock.settle()
    expect(talk.typing.get()).toEqual(['dave'])
  })

  it('the end that this device supposes is no ephemeral of theirs', async () => {
    const { chat, script, clock } = await startChat()
    const heard: Json[] = []
    chat.ephemeral$.subscribe(({ data }) => heard.push(data))
    script.tell(typing('carol', true))
    await clock.advance(20_000)
    expect(heard).toEqual([true])
  })

  it("my own from another device isn't shown", async () => {
    const { chat, script, clock } = await startChat()
    script.tell(typing('alice', true))
    await clock.settle()
    expect(chat.conversation(team).typing.get()).toEqual([])
    expect(clock.pending).toBe(0)
  })
})

describe('my typing', () => {
  it('is told at once, again every five seconds, and its end at once and once', async () => {
    const started = await startChat()
    const { chat, clock } = started
    const talk = chat.conversation(bob)
    for (let key = 0; key < 20; key++) talk.setTyping(true)
    expect(told(started)).toEqual([true])
    await clock.advance(4_000)
    talk.setTyping(true)
    expect(told(started)).toEqual([true])
    await clock.advance(1_000)
    expect(told(started)).toEqual([true, true])
    talk.setTyping(false)
    talk.setTyping(false)
    expect(told(started)).toEqual([true, true, false])
    await clock.advance(20_000)
    expect(told(started)).toEqual([true, true, false])
    expect(clock.pending).toBe(0)
  })

  it('is told only with a link, and when it is back', async () => {
    const started = createScriptedChat()
    const { chat, clock, goOnline } = started
    chat.conversation(bob).setTyping(true)
    expect(told(started)).toEqual([])
    await goOnline()
    await clock.advance(5_000)
    expect(told(started)).toEqual([true])
  })

  it('is told to nobody where a backend has no such thing', async () => {
    const without = await startChat({ without: ['sendEphemeral'] })
    without.chat.conversation(bob).setTyping(true)
    const started = await startChat({ capabilities: { ephemeral: false } })
    started.chat.conversation(bob).setTyping(true)
    expect(told(started)).toEqual([])
    expect(without.errors).toEqual([])
  })

  it('a transport that throws is reported, no more', async () => {
    const { chat, script, errors } = await startChat()
    script.transport.sendEphemeral = () => {
      throw new Error('boom')
    }
    chat.conversation(bob).setTyping(true)
    expect(errors).toMatchObject([{ code: 'unknown' }])
  })

  it('[RES2] dispose ends it', async () => {
    const { chat, script, clock } = await startChat()
    chat.conversation(bob).setTyping(true)
    script.tell(typing('carol', true))
    await clock.settle()
    await chat.dispose()
    expect(clock.pending).toBe(0)
  })
})
