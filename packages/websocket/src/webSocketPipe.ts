import { chatError } from '@parlance/core'
import type { OpenPipe } from './wire/pipe.ts'

/** What a WebSocket has to have: a browser's, Node's own, or one of a library. */
export type WebSocketConstructor = new (url: string) => WebSocket

/** A pipe through a WebSocket. */
export const webSocketPipe =
  (url: string, Socket: WebSocketConstructor): OpenPipe =>
  listener => {
    const socket = new Socket(url)
    let closed = false
    socket.onopen = () => {
      if (!closed) listener.opened()
    }
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      // A binary message is no frame: an empty one is reported like any other that can't be read.
      if (!closed) listener.frame(typeof data === 'string' ? data : '')
    }
    socket.onclose = ({ code }) => {
      if (closed) return
      closed = true
      listener.closed(chatError('unavailable', { message: `The WebSocket was closed (${code}).` }))
    }
    return {
      get buffered() {
        return socket.bufferedAmount
      },
      send(frame) {
        if (socket.readyState === 1) socket.send(frame)
      },
      close() {
        closed = true
        socket.close(1000)
      },
    }
  }
