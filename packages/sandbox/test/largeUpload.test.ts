import { attachmentOf, createChat, direct, file } from '@parlance/core'
import type { Chat, MessageKey, SendState } from '@parlance/core'
import { downloads } from '@parlance/core/attachments'
import { createWebSocketTransport } from '@parlance/websocket'
import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackend } from '../src/backend/createBackend.ts'
import { serveSandbox } from '../src/server/serveSandbox.ts'
import { openTcpGate } from './tcpGate.ts'

const mebibyte = 1024 * 1024

/** Bytes of which no two stretches are the same. */
const film = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(20 * mebibyte)
  const numbers = new Uint32Array(bytes.buffer)
  let state = 1
  for (let index = 0; index < numbers.length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    numbers[index] = state
  }
  return bytes
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Alice and Bob, each online over a socket of their own; hers leads through a gate. */
const setUp = async () => {
  const place = { url: '' }
  const backend = createBackend({
    users: ['alice', 'bob'],
    policy: { attachments: { maxBytes: 32 * mebibyte }, fileUrl: id => `${place.url.replace('ws', 'http')}files/${id}` },
  })
  const server = await serveSandbox({ backend })
  place.url = server.url
  const gate = await openTcpGate(Number(new URL(server.url).port))
  const online = async (user: string, url: string): Promise<Chat> => {
    const chat = createChat({
      transport: createWebSocketTransport({ url, user, token: backend.token(user) }),
      retry: { baseMs: 10, maxMs: 20 },
      publish: 'microtask',
    })
    onTestFinished(() => chat.dispose())
    await chat.connect()
    return chat
  }
  onTestFinished(async () => {
    await gate.close()
    await server.close()
  })
  return { backend, gate, alice: await online('alice', `ws://127.0.0.1:${gate.port}/`), bob: await online('bob', server.url) }
}

/** Resolves with how a message's send stands, as soon as it stands so. */
const sendIs = (chat: Chat, key: MessageKey, holds: (send: SendState) => boolean): Promise<SendState> =>
  new Promise(resolve => {
    chat.message(key).subscribe(message => {
      if (message?.send !== undefined && holds(message.send)) resolve(message.send)
    })
  })
const isThrough =
  (share: number) =>
  (send: SendState): boolean =>
    send.state === 'uploading' && (send.progress ?? 0) >= share

describe('a file of 20 MiB over a real socket', () => {
  it('[SND7] shows its progress, is cancelled, is cut off, is refused, is tried again and arrives whole', {
    timeout: 120_000,
  }, async () => {
    const { backend, gate, alice, bob } = await setUp()
    const bytes = film()
    const body = file(new File([bytes], 'film.bin'))
    const talk = alice.conversation(direct('bob'))

    const first = talk.send(body)
    await sendIs(alice, first, isThrough(0.2))
    expect(await talk.cancel(first)).toMatchObject({ ok: true })
    expect(talk.messages.get().length).toBe(0)

    const key = talk.send(body)
    const shares: number[] = []
    alice.message(key).subscribe(message => {
      if (message?.send?.state === 'uploading' && message.send.progress !== undefined) shares.push(message.send.progress)
    })
    await sendIs(alice, key, isThrough(0.3))
    gate.cut()
    await sendIs(alice, key, ({ state }) => state === 'queued')
    const before = shares.length
    gate.restore()
    // By itself, as soon as the link is back.
    await sendIs(alice, key, isThrough(0.01))
    backend.refuse({ code: 'forbidden', user: 'alice', request: 'uploadPart' })
    expect(await sendIs(alice, key, ({ state }) => state === 'failed')).toMatchObject({ error: { code: 'forbidden' } })
    // By hand.
    expect(await talk.retry(key)).toMatchObject({ ok: true })
    expect(await alice.settled(key)).toMatchObject({ send: { state: 'sent' } })
    expect(before).toBeGreaterThan(10)
    expect(shares.at(-1)).toBe(1)

    const got = await new Promise<MessageKey>(resolve => {
      bob.conversation(direct('alice')).messages.subscribe(messages => {
        const message = messages.at(-1)
        if (message !== undefined) resolve(message.key)
      })
    })
    const message = bob.message(got).get()
    const attachment = message?.body && attachmentOf(message.body)
    const digest = sha256(bytes)
    expect(attachment).toMatchObject({ name: 'film.bin', size: bytes.length, digest })
    const fetched = await downloads(bob).start(got)
    expect(fetched.ok).toBe(true)
    const response = await fetch(fetched.ok ? fetched.value : '')
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(digest)
    expect(bob.conversation(direct('alice')).messages.get().length).toBe(1)
  })
})
