import type { TransportEvent } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import { createWebSocketTransport } from './createWebSocketTransport.ts'

interface PlayedEvent {
  readonly data: unknown
  readonly code: number
}

/** A socket that the test plays the network of. */
class Played {
  static readonly all: Played[] = []
  readyState = 0
  readonly bufferedAmount = 0
  readonly sent: string[] = []
  readonly closes: (number | undefined)[] = []
  readonly url: string
  readonly #listeners = new Map<string, (event: PlayedEvent) => void>()
  constructor(url: string) {
    this.url = url
    Played.all.push(this)
  }
  send(text: string): void {
    this.sent.push(text)
  }
  close(code?: number): void {
    this.closes.push(code)
  }
  addEventListener(type: string, listener: (event: PlayedEvent) => void): void {
    this.#listeners.set(type, listener)
  }
  play(type: string, { data, code = 1000 }: Partial<PlayedEvent> = {}): void {
    this.#listeners.get(type)?.({ data, code })
  }
}

const playing = async () => {
  const clock = testClock()
  const events: TransportEvent[] = []
  const errors: unknown[] = []
  const transport = createWebSocketTransport({
    url: 'ws://x/',
    user: 'alice',
    token: 'secret',
    clock,
    WebSocket: Played,
  })
  const subscription = transport.connect().subscribe({ next: event => events.push(event), error: (error: unknown) => errors.push(error) })
  await clock.settle()
  const socket = Played.all.at(-1)!
  return { clock, transport, subscription, socket, events, errors }
}

describe('createWebSocketTransport', () => {
  it('opens a socket when it is subscribed to, and says hello when that is open', async () => {
    const { socket } = await playing()
    expect([socket.url, socket.sent]).toEqual(['ws://x/', []])
    socket.readyState = 1
    socket.play('open')
    expect(JSON.parse(socket.sent[0] ?? '')).toMatchObject({ t: 'hello', user: 'alice', token: 'secret' })
  })

  it('[SEC1] a binary message is reported as one that can’t be read', async () => {
    const { socket, events } = await playing()
    socket.play('message', { data: new ArrayBuffer(3) })
    expect(events).toMatchObject([{ type: 'fault', error: { code: 'protocol' } }])
  })

  it('[SEC4] a closed socket is unavailable, and nothing tells the token', async () => {
    const { socket, errors } = await playing()
    socket.play('close', { code: 1006 })
    expect(errors).toMatchObject([{ code: 'unavailable', retryable: true }])
    expect(JSON.stringify(errors)).not.toContain('secret')
  })

  it('unsubscribed, it closes the socket and hears nothing more', async () => {
    const { socket, subscription, events, errors } = await playing()
    subscription.unsubscribe()
    expect(socket.closes).toEqual([1000])
    socket.play('message', { data: 'x' })
    socket.play('open')
    socket.play('close', { code: 1000 })
    expect([events, errors, socket.sent]).toEqual([[], [], []])
  })
})
