import type { ChatError } from '@parlance/core'
import { chatError } from '@parlance/core'
import { MAX_FRAME_TO_SERVER } from '@parlance/websocket/wire'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Server as TlsServer } from 'node:tls'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { Sandbox } from '../createSandbox.ts'
import type { ServeSessionOptions } from '../session/serveSession.ts'
import { serveSession } from '../session/serveSession.ts'
import type { AllowedOrigins } from './allowOrigin.ts'
import { createOriginCheck } from './allowOrigin.ts'
import { createFileRoute } from './serveFiles.ts'
import { webSocketEnd } from './webSocketEnd.ts'

interface PlaceOptions {
  /** 0, the default, takes a free one. Not with `server`. */
  readonly port?: number
  /** Default `127.0.0.1`: only this machine. Not with `server`. */
  readonly host?: string
  /** A server of one's own to live in, which isn't closed with this one. What isn't for the sandbox goes to its own listeners. */
  readonly server?: Server
  /** Where WebSockets connect; files are at `files/<id>` under it. Default `/`. */
  readonly path?: string
  /** Default: pages from this host. Clients that are no pages send no origin and may always connect. */
  readonly allowedOrigins?: AllowedOrigins
}

/** Where to serve, and what: a whole sandbox, with its faults and its `quiet`, or a backend alone. */
export type ServeSandboxOptions = PlaceOptions & ({ readonly sandbox: Pick<Sandbox, 'backend' | 'sessions'> } | ServeSessionOptions)

export interface SandboxServer {
  /** Where WebSockets connect, as in `ws://127.0.0.1:4000/`. Throws while a server of one's own doesn't listen yet. */
  readonly url: string
  /** Says goodbye to everybody (1001) and waits for them, two seconds at most. */
  close(): Promise<void>
}

const PING_MS = 30_000

/**
 * Serves a sandbox over WebSocket and its files over HTTP, from Node. Users log in with the sandbox's tokens. For others to fetch
 * what is uploaded, the sandbox's policy has to say where: `fileUrl: id => \`http://localhost:4000/files/${id}\``.
 * @example
 * const server = await serveSandbox({ sandbox, port: 4000, allowedOrigins: ['https://chat.example'] })
 * const transport = createWebSocketTransport({ url: server.url, user: 'alice', token: sandbox.token('alice') })
 * await server.close()
 */
export const serveSandbox = async (options: ServeSandboxOptions): Promise<SandboxServer> => {
  const { port = 0, host = '127.0.0.1' } = options
  const shared = 'sandbox' in options
  const { backend, sessions } = shared ? options.sandbox : { backend: options.backend, sessions: serveSession(options) }
  const maxFrameBytes = (shared ? undefined : options.maxFrameBytes) ?? MAX_FRAME_TO_SERVER
  const path = options.path?.replace(/\/*$/, '/') ?? '/'
  const own = options.server === undefined
  const http = options.server ?? createServer()
  const allows = createOriginCheck(options.allowedOrigins)
  // Beyond the frame limit there is an answer; far beyond it the socket is closed (1009) before memory is spent.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4 * maxFrameBytes, perMessageDeflate: false })
  const goodbyes = new Map<WebSocket, (error: ChatError) => void>()
  let closing: Promise<void> | undefined
  let url: string | undefined

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const [asked = ''] = (request.url ?? '').split('?')
    if (asked.replace(/\/*$/, '/') !== path) {
      if (own) refuse(socket, '404 Not Found')
    } else if (closing !== undefined) refuse(socket, '503 Service Unavailable')
    else if (!allows(request)) refuse(socket, '403 Forbidden')
    else
      sockets.handleUpgrade(request, socket, head, connected => {
        keepAlive(connected)
        goodbyes.set(
          connected,
          webSocketEnd(connected, pipe => sessions.accept(pipe)),
        )
        connected.once('close', () => goodbyes.delete(connected))
      })
  }

  const detach = takeRequests(http, createFileRoute({ prefix: `${path}files/`, backend, allows }))
  http.on('upgrade', upgrade)
  if (own) {
    await listening(http, port, host)
    url = urlOf(http, path)
  }

  const close = async (): Promise<void> => {
    const gone = [...goodbyes].map(
      ([socket, sayGoodbye]) =>
        new Promise<void>(resolve => {
          socket.once('close', () => {
            resolve()
          })
          sayGoodbye(chatError('unavailable', { message: 'The server goes down.' }))
        }),
    )
    const stopped = own && new Promise<void>(resolve => http.close(() => resolve()))
    await Promise.all(gone)
    // A sandbox has links of its own, and its sessions may go on elsewhere.
    if (!shared) sessions.close()
    http.off('upgrade', upgrade)
    detach()
    if (own) http.closeAllConnections()
    await stopped
  }

  return {
    get url() {
      // Kept, for whoever asks after the stop.
      url ??= urlOf(http, path)
      return url
    },
    close: () => (closing ??= close()),
  }
}

const listening = (http: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })

/** Puts a route before a server's own listeners; gives back what takes it away again. */
const takeRequests = (http: Server, route: (...args: Parameters<RequestListener>) => boolean): (() => void) => {
  const others = http.listeners('request').filter((listener): listener is RequestListener => typeof listener === 'function')
  http.removeAllListeners('request')
  const listener: RequestListener = (request, response) => {
    if (route(request, response)) return
    for (const other of others) other.call(http, request, response)
    if (others.length === 0) response.writeHead(404).end()
  }
  http.on('request', listener)
  return () => {
    http.off('request', listener)
    for (const other of others) http.on('request', other)
  }
}

const refuse = (socket: Duplex, status: string): void => {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Pings, so that proxies keep the connection and a vanished peer is noticed. */
const keepAlive = (socket: WebSocket): void => {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  const timer = setInterval(() => {
    if (!alive) {
      socket.terminate()
      return
    }
    alive = false
    socket.ping()
  }, PING_MS)
  socket.once('close', () => {
    clearInterval(timer)
  })
}

const urlOf = (http: Server, path: string): string => {
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen yet: ask for the url when it does.')
  return `${http instanceof TlsServer ? 'wss' : 'ws'}://${hostOf(address)}:${address.port}${path}`
}

const hostOf = ({ address, family }: AddressInfo): string => {
  if (address === '::' || address === '0.0.0.0') return 'localhost'
  return family === 'IPv6' ? `[${address}]` : address
}
