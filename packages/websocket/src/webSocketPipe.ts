import { chatError } from '@parlance/core'
import type { OpenPipe } from './wire/pipe.ts'

/** What is used of a WebSocket, whoever made it. */
export interface WebSocketLike {
  readonly readyState: number
  readonly bufferedAmount: number
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void
  send(text: string): void
  close(code?: number): void
}

/** A browser's or Node's own `WebSocket`, or the one of the library `ws`. */
export type WebSocketConstructor = new (url: string) => WebSocketLike

const OPEN = 1

/** A pipe through a WebSocket. */
export const webSocketPipe =
  (url: string, Socket: WebSocketConstructor): OpenPipe =>
  listener => {
    const socket = new Socket(url)
    let closed = false
    socket.addEventListener('open', () => {
      if (!closed) listener.opened()
    })
    socket.addEventListener('message', ({ data }) => {
      // A binary message is no frame: an empty one is reported like any other that can't be read.
      if (!closed) listener.frame(typeof data === 'string' ? data : '')
    })
    socket.addEventListener('close', ({ code }) => {
      if (closed) return
      closed = true
      listener.closed(chatError('unavailable', { message: `The WebSocket was closed (${code}).` }))
    })
    return {
      get buffered() {
        return socket.bufferedAmount
      },
      send(frame) {
        if (socket.readyState === OPEN) socket.send(frame)
      },
      close() {
        closed = true
        socket.close(1000)
      },
    }
  }
