import { describe, expect, it } from 'vitest'
import { file, location, text } from '../src/model/bodies.ts'
import { direct, group } from '../src/model/ids.ts'
import type { RemoteMessage } from '../src/protocol/remoteMessage.ts'
import { startChat } from './startChat.ts'

const team = group('42')
const bob = direct('bob')
const said = (id: string, given: Partial<RemoteMessage> = {}): RemoteMessage => ({
  conversation: team,
  from: 'bob',
  id,
  position: id,
  sentAt: 0,
  body: { type: 'text', text: id },
  ...given,
})

const withMessages = async (...messages: readonly RemoteMessage[]) => {
  const started = await startChat()
  const keyOf = (id: string): string => [...started.chat.conversation(team).messages.get()].find(message => message.id === id)?.key ?? ''
  started.script.tell(...messages.map(message => ({ type: 'message', origin: 'live', message }) as const))
  await started.clock.settle()
  return { ...started, keyOf }
}

describe('[ID1] a reply', () => {
  it('leads to what it answers, follows it, and may come before it', async () => {
    const { chat, script, clock, keyOf } = await withMessages(said('m2', { replyTo: { id: 'm1' } }))
    const answered = chat.repliedTo(keyOf('m2'))
    const shown: (string | undefined)[] = []
    answered.subscribe(message => shown.push(message?.body?.type === 'text' ? message.body.text : message && 'recalled'))
    script.tell({ type: 'message', origin: 'history', message: said('m1') })
    await clock.settle()
    script.tell({ type: 'edited', origin: 'live', target: { conversation: team, id: 'm1' }, body: text('better'), by: 'bob', as: 'author' })
    await clock.settle()
    script.tell({ type: 'message', origin: 'live', message: said('m3') })
    await clock.settle()
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: team, id: 'm1' }, by: 'bob', as: 'author' })
    await clock.settle()
    expect(shown).toEqual([undefined, 'm1', 'better', 'recalled'])
  })

  it('takes a message as it is, and leaves with its names alone', async () => {
    const { chat, script, keyOf, clock } = await withMessages(said('m1'))
    const message = chat.message(keyOf('m1')).get()
    chat.conversation(team).send('yes', { ...(message && { replyTo: message }) })
    await clock.settle()
    expect(script.next('send').args[0].replyTo).toEqual({ conversation: team, id: 'm1', from: 'bob' })
  })
})

describe('[FWD1] forwarding', () => {
  it('says the same again somewhere else, names whose words they were, and mentions nobody', async () => {
    const { chat, script, clock, keyOf } = await withMessages(said('m1', { body: text('look', { mentions: ['alice'] }), ext: { a: 1 } }))
    expect(await chat.conversation(bob).forward(keyOf('m1'))).toMatchObject({ ok: true })
    await clock.settle()
    const { message } = { message: script.next('send').args[0] }
    expect(message).toMatchObject({ conversation: bob, body: { type: 'text', text: 'look' }, forwardedFrom: 'bob' })
    expect(message).not.toHaveProperty('ext')
    expect(message.body).not.toHaveProperty('mentions')
  })

  it('keeps the first author over several hands, and uploads nothing again', async () => {
    const attachment = { name: 'a.txt', mime: 'text/plain', size: 1, url: 'https://files.example/a' }
    const { chat, script, clock, keyOf } = await withMessages(said('m1', { body: file(attachment), forwardedFrom: 'carol' }))
    await chat.conversation(bob).forward(keyOf('m1'))
    await clock.settle()
    expect(script.asked('upload')).toHaveLength(0)
    expect(script.next('send').args[0]).toMatchObject({ body: { attachment }, forwardedFrom: 'carol' })
  })

  it('fails for what is not there, was recalled, or only a server may say', async () => {
    const notice = { type: 'notice', event: 'joined' } as const
    const { chat, script, clock, keyOf } = await withMessages(
      said('m1'),
      said('m2', { body: notice }),
      said('m3', { body: location({ lat: 1, lng: 2 }) }),
    )
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: team, id: 'm1' }, by: 'bob', as: 'author' })
    await clock.settle()
    const forward = chat.conversation(bob).forward
    expect(await forward('nothing')).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await forward(keyOf('m1'))).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await forward(keyOf('m2'))).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(await forward(keyOf('m3'))).toMatchObject({ ok: true })
  })
})
