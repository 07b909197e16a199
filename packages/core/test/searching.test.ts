import { describe, expect, it } from 'vitest'
import { group } from '../src/model/ids.ts'
import type { RemoteMessage } from '../src/protocol/remoteMessage.ts'
import { startChat } from './startChat.ts'

const team = group('42')
const said = (id: string, text = id): RemoteMessage => ({
  conversation: team,
  from: 'bob',
  id,
  position: id,
  sentAt: 0,
  body: { type: 'text', text },
})

describe('[SCH1] a search', () => {
  it('finds messages and loads none of them', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    const finding = talk.search({ text: 'lake', senders: ['bob'], count: 2 })
    await clock.settle()
    const asked = script.next('search')
    expect(asked.args[0]).toEqual({ conversation: team, text: 'lake', senders: ['bob'], count: 2 })
    asked.answer({ messages: [said('m9', 'the lake'), said('m4', 'a lake')], next: { at: 4 } })
    const found = await finding
    expect(found).toMatchObject({ ok: true, value: { items: [{ id: 'm9', mine: false }, { id: 'm4' }], next: '{"at":4}' } })
    expect(talk.messages.get().length).toBe(0)
    void talk.search({ text: 'lake', after: '{"at":4}' })
    await clock.settle()
    expect(script.next('search').args[0]).toMatchObject({ cursor: { at: 4 } })
  })

  it('[RCL1] shows what is loaded as it is here, and nothing that was withdrawn', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(team)
    script.tell({ type: 'message', origin: 'live', message: said('m1') }, { type: 'message', origin: 'live', message: said('m2') })
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: team, id: 'm1' }, by: 'bob', as: 'author' })
    await clock.settle()
    const finding = talk.search({ text: 'm' })
    await clock.settle()
    script.next('search').answer({ messages: [said('m2', 'as it was'), said('m1')] })
    const found = await finding
    expect(found.ok && found.value.items.map(({ body }) => body)).toEqual([{ type: 'text', text: 'm2' }])
    expect(found.ok && found.value.items[0]).toBe(talk.messages.get().at(1))
  })

  it('says what the backend can’t search by, and reports what is malformed', async () => {
    const { chat } = await startChat({ capabilities: { search: ['text'] } })
    expect(await chat.conversation(team).search({ since: 1 })).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(await chat.conversation(team).search({ text: 'a', after: '{' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', path: 'after' },
    })
    const other = await startChat({ capabilities: { search: [] } })
    expect(await other.chat.conversation(team).search({ text: 'a' })).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    const third = await startChat()
    const finding = third.chat.conversation(team).search({ text: 'a' })
    await third.clock.settle()
    third.script.next('search').answer({ messages: [said(''), said('m1')] })
    expect(await finding).toMatchObject({ ok: true, value: { items: [{ id: 'm1' }] } })
    expect(third.errors).toMatchObject([{ code: 'protocol' }])
  })
})
