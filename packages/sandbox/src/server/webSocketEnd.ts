import type { Pipe, PipeListener } from '@parlance/websocket/wire'
import { encodeFrame } from '@parlance/websocket/wire'
import type { ChatError } from '@parlance/core'
import type { WebSocket } from 'ws'

/** How long a client may take to answer a closing handshake. */
const CLOSE_WITHIN_MS = 2_000

/** The close code of RFC 6455 that says why. */
const codeOf = (error: ChatError | undefined): number => {
  if (error === undefined) return 1000
  if (error.code === 'unavailable') return 1001
  return error.code === 'tooLarge' ? 1009 : 1008
}

/** Closes a socket with a handshake, or without one if that takes too long. */
const closeSocket = (socket: WebSocket, code: number): void => {
  socket.close(code)
  const timer = setTimeout(() => {
    socket.terminate()
  }, CLOSE_WITHIN_MS)
  socket.once('close', () => {
    clearTimeout(timer)
  })
}

/** The server's end of a WebSocket as a pipe. Gives back how to say goodbye to the client. */
export const webSocketEnd = (socket: WebSocket, accept: (pipe: Pipe) => PipeListener): ((error: ChatError) => void) => {
  let closed = false
  const send = (frame: string): void => {
    if (socket.readyState === socket.OPEN) socket.send(frame)
  }
  const close = (error: ChatError | undefined): void => {
    closed = true
    closeSocket(socket, codeOf(error))
  }
  const listener = accept({
    get buffered() {
      return socket.bufferedAmount
    },
    send,
    close,
  })
  socket.on('message', (data, isBinary) => {
    // A binary message is no frame: an empty one is refused like any other that can't be read.
    if (!closed) listener.frame(isBinary || !Buffer.isBuffer(data) ? '' : data.toString('utf8'))
  })
  socket.on('close', () => {
    if (closed) return
    closed = true
    listener.closed()
  })
  // `close` follows, and says all there is to say.
  socket.on('error', () => {})
  listener.opened()
  return error => {
    send(encodeFrame({ t: 'bye', error }))
    if (!closed) listener.closed(error)
    close(error)
  }
}
