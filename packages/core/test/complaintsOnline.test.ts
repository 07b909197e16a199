import { describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { file } from '../src/model/bodies.ts'
import { attachmentOf } from '../src/model/body.ts'
import { direct, type ConversationId } from '../src/model/ids.ts'
import { inWorld, team } from './inWorld.ts'

// Public complaints about other chat SDKs, named by project and issue, that take links, time and a backend to show.

const said = (chat: Chat, id: ConversationId): (string | undefined)[] =>
  chat
    .conversation(id)
    .messages.get()
    .map(({ body }) => (body?.type === 'text' ? body.text : body?.type))
const states = (chat: Chat, id: ConversationId): (string | undefined)[] =>
  chat
    .conversation(id)
    .messages.get()
    .map(({ send }) => send?.state)

describe('offline', () => {
  it('[SND4] stream-chat-react-native#2314, cometchat-uikit-react-native#92: what is sent offline stays in sight and leaves by itself on reconnect', async () => {
    await inWorld(1, async ({ chats, sandbox, rest, clock, errors }) => {
      const { alice, bob } = chats
      sandbox.faults.cut('alice')
      await clock.advance(1_000)
      expect(alice.connection.get().state).not.toBe('online')
      for (const text of ['one', 'two']) alice.conversation(direct('bob')).send(text)
      await clock.advance(300_000)
      expect(said(alice, direct('bob'))).toEqual(['one', 'two'])
      expect(states(alice, direct('bob'))).toEqual(['queued', 'queued'])
      expect(alice.conversations.get().at(0)?.id).toBe(direct('bob'))
      expect(alice.outbox.get()).toHaveLength(2)

      sandbox.faults.restore('alice')
      await rest()
      expect(states(alice, direct('bob'))).toEqual(['sent', 'sent'])
      expect(said(bob, direct('alice'))).toEqual(['one', 'two'])
      expect(errors).toEqual([])
    })
  })

  it('[SND7] stream-chat-flutter#1412: a file whose upload the network broke off is uploaded again by itself, whole', async () => {
    await inWorld(2, async ({ chats, sandbox, rest, clock, errors }) => {
      const { alice, bob } = chats
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)
      sandbox.faults.set('alice', { latencyMs: 200 })
      const key = alice
        .conversation(direct('bob'))
        .send(file({ name: 'map.bin', mime: 'application/octet-stream', size: bytes.length, file: new Blob([bytes]) }))
      for (let step = 0; step < 50 && alice.status(key).get() !== 'uploading'; step++) await clock.advance(10)
      await clock.advance(500)
      expect(alice.status(key).get()).toBe('uploading')
      sandbox.faults.cut('alice')
      await clock.advance(60_000)
      expect(sandbox.backend.inspect(direct('bob'), 'alice')).toEqual([])

      sandbox.faults.restore('alice')
      await rest()
      expect(states(alice, direct('bob'))).toEqual(['sent'])
      const body = bob.conversation(direct('alice')).messages.get().at(0)?.body
      const url = body === undefined ? undefined : attachmentOf(body)?.url
      const arrived = await (await fetch(url ?? '')).arrayBuffer()
      expect(new Uint8Array(arrived)).toEqual(bytes)
      expect(errors).toEqual([])
    })
  })
})

describe('order', () => {
  it('[SND2] element-web#31451: queued sends leave in the order of writing, whatever becomes of the first tries', async () => {
    await inWorld(3, async ({ chats, sandbox, rest, clock }) => {
      const { alice, bob } = chats
      const texts = Array.from({ length: 12 }, (_, index) => `number ${index}`)
      sandbox.faults.cut('alice')
      for (const text of texts.slice(0, 4)) alice.conversation(team).send(text)
      await clock.advance(5_000)
      sandbox.faults.set('alice', { latencyMs: 30, jitterMs: 60, loss: 0.3, lostAcks: 0.3, duplicate: 0.3, reorder: 0.3 })
      const pardon = sandbox.refuse({ user: 'alice', request: 'send', code: 'unavailable', times: Infinity })
      sandbox.faults.restore('alice')
      for (const text of texts.slice(4, 8)) alice.conversation(team).send(text)
      await clock.advance(3_000)
      expect(said(bob, team)).toEqual([])
      pardon()
      for (const text of texts.slice(8)) alice.conversation(team).send(text)
      await clock.advance(20_000)
      await rest()
      expect(said(bob, team)).toEqual(texts)
      expect(said(alice, team)).toEqual(texts)
    })
  })
})

describe('gaps', () => {
  it('[RCV2] Rocket.Chat.ReactNative PR#7547: what is said at any moment of a reconnect is there afterwards', async () => {
    await inWorld(4, async ({ chats, sandbox, rest, clock, errors }) => {
      const { alice } = chats
      alice.conversation(team).open()
      sandbox.faults.set('alice', { latencyMs: 40 })
      const texts: string[] = []
      const says = (text: string): void => {
        sandbox.backend.post('bob', team, text)
        texts.push(text)
      }
      for (let moment = 0; moment <= 400; moment += 20) {
        const gone = alice.disconnect()
        await clock.advance(100)
        await gone
        says(`while away, before ${moment}`)
        const back = alice.connect()
        await clock.advance(moment)
        says(`after ${moment} ms`)
        await rest()
        await back
        expect(said(alice, team)).toEqual(texts)
      }
      expect(
        alice
          .conversation(team)
          .timeline.get()
          .map(({ type }) => type),
      ).not.toContain('gap')
      expect(errors).toEqual([])
    })
  })
})

describe('accounts', () => {
  it('[RES2] webim-vue-demo#21: after logging out nothing of the account before shows in the next one', async () => {
    await inWorld(5, async ({ chats, chatOf, sandbox, rest, clock }) => {
      const { alice } = chats
      const ended = alice
      sandbox.backend.post('bob', direct('alice'), 'for alice')
      alice.conversation(direct('bob')).open()
      alice.conversation(direct('bob')).setDraft({ text: 'half a' })
      await rest()
      expect(said(alice, direct('bob'))).toEqual(['for alice'])
      const snapshot = alice.snapshot()
      const end = alice.dispose()
      await clock.advance(1_000)
      await end

      const carol = chatOf('carol', { snapshot })
      const connected = carol.connect()
      await rest()
      await connected
      sandbox.backend.post('bob', direct('alice'), 'for alice, too')
      await rest()
      expect(said(carol, direct('bob'))).toEqual([])
      expect(carol.conversation(direct('bob')).draft.get()).toBeUndefined()
      expect(carol.conversations.get().map(({ id }) => id)).not.toContain(direct('bob'))
      expect(JSON.stringify(carol.snapshot())).not.toContain('for alice')
      expect(said(ended, direct('bob'))).toEqual(['for alice'])
    })
  })
})

describe('memory', () => {
  it('[RCV10] matrix-js-sdk#298: of a conversation that nobody shows any more the old messages go, and can be loaded again', async () => {
    await inWorld(6, async ({ chats, sandbox, rest }) => {
      const { alice } = chats
      const talk = alice.conversation(team)
      const close = talk.open()
      for (let number = 0; number < 1_500; number++) sandbox.backend.post('bob', team, `number ${number}`)
      await rest()
      const read = talk.markRead()
      await rest()
      await read
      expect(talk.messages.get().length).toBe(1_500)
      close()
      sandbox.backend.post('bob', team, 'the last')
      await rest()
      expect(talk.messages.get().length).toBeLessThan(500)
      expect(talk.messages.get().at(-1)?.body).toEqual({ type: 'text', text: 'the last' })
      expect(talk.history.get().hasOlder).toBe(true)

      const kept = talk.messages.get().length
      const loaded = talk.loadOlder({ count: 50 })
      await rest()
      expect(await loaded).toEqual({ ok: true, value: undefined })
      expect(talk.messages.get().length).toBe(kept + 50)
    })
  })
})
