import type { Fact, TransportEvent, UserId } from '@parlance/core'
import { direct } from '@parlance/core'
import { createWebSocketTransport } from '@parlance/websocket'
import { createServer } from 'node:http'
import { filter, firstValueFrom, ReplaySubject } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket as RawSocket } from 'ws'
import type { SandboxBackend } from '../backend/createBackend.ts'
import { createBackend } from '../backend/createBackend.ts'
import { createSandbox } from '../createSandbox.ts'
import type { ServeSessionOptions } from '../session/serveSession.ts'
import type { SandboxServer, ServeSandboxOptions } from './serveSandbox.ts'
import { serveSandbox } from './serveSandbox.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const serving = async (options: Partial<ServeSandboxOptions & ServeSessionOptions> = {}) => {
  const base = { url: '' }
  const backend = createBackend({
    users: ['alice', 'bob', '__proto__'],
    policy: { fileUrl: id => `${base.url.replace('ws', 'http')}files/${id}` },
  })
  const server = await serveSandbox({ backend, ...options })
  cleanups.push(() => server.close())
  if (options.server === undefined) base.url = server.url
  return { backend, server, base }
}

/** A client, and its events to wait for. */
const join = async ({ backend, server }: { backend: SandboxBackend; server: SandboxServer }, user: UserId, token = backend.token(user)) => {
  const transport = createWebSocketTransport({ url: server.url, user, token, device: `${user}'s` })
  const events = new ReplaySubject<TransportEvent>()
  const subscription = transport.connect().subscribe(events)
  cleanups.push(() => {
    subscription.unsubscribe()
  })
  const event = <Type extends TransportEvent['type']>(
    type: Type,
    matches: (event: TransportEvent & { type: Type }) => boolean = () => true,
  ) =>
    firstValueFrom(
      events.pipe(
        filter((one): one is TransportEvent & { type: Type } => one.type === type),
        filter(matches),
      ),
    )
  return { transport, events, event, subscription }
}

/** A socket without our client on it. */
const raw = (url: string, headers: Record<string, string> = {}) => {
  const socket = new RawSocket(url, { headers })
  const frames = new ReplaySubject<string>()
  socket.on('message', data => frames.next(Buffer.isBuffer(data) ? data.toString() : ''))
  const opened = new Promise<'open' | number>(resolve => {
    socket.on('open', () => resolve('open'))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
  const closed = new Promise<number>(resolve => socket.on('close', code => resolve(code)))
  cleanups.push(() => {
    socket.terminate()
  })
  return { socket, frames, opened, closed, frame: (part: string) => firstValueFrom(frames.pipe(filter(text => text.includes(part)))) }
}

const text = (localId: string, text: string) => ({ conversation: direct('bob'), localId, body: { type: 'text' as const, text } })
const isText = (wanted: string) => (fact: Fact) =>
  fact.type === 'message' && fact.message.body.type === 'text' && fact.message.body.text === wanted

describe('serveSandbox', () => {
  it('brings messages and receipts from one to another over real sockets', async () => {
    const scene = await serving()
    const [alice, bob] = [await join(scene, 'alice'), await join(scene, 'bob')]
    await Promise.all([alice.event('synced'), bob.event('synced')])
    const ack = await alice.transport.send(text('l1', 'hello'))
    const { message } = await bob.event('message', isText('hello'))
    expect(message).toMatchObject({ conversation: direct('alice'), from: 'alice', id: ack.id, localId: 'l1' })
    await bob.transport.markRead(direct('alice'), { upTo: { position: message.position ?? '' } })
    expect(await alice.event('receipt', ({ kind }) => kind === 'read')).toMatchObject({ user: 'bob' })
  })

  it('takes a client on a WebSocket of a library', async () => {
    const { backend, server } = await serving()
    const transport = createWebSocketTransport({ url: server.url, user: 'alice', token: backend.token('alice'), WebSocket: RawSocket })
    const events = new ReplaySubject<TransportEvent>()
    const subscription = transport.connect().subscribe(events)
    await firstValueFrom(events.pipe(filter(({ type }) => type === 'synced')))
    expect(await transport.send(text('l1', 'hello'))).toMatchObject({ id: expect.any(String) })
    subscription.unsubscribe()
  })

  it('[ID4] a user may be called __proto__', async () => {
    const scene = await serving()
    const odd = await join(scene, '__proto__')
    await odd.event('synced')
    scene.backend.post('alice', direct('__proto__'), 'you too')
    expect((await odd.event('message')).message.from).toBe('alice')
  })

  it('a wrong token ends with authRejected', async () => {
    const { event } = await join(await serving(), 'alice', 'wrong')
    expect((await event('closed')).error).toMatchObject({ code: 'authRejected' })
  })

  it('[SEC1] pages of unlisted origins get 403; listed ones, those from this host, and clients that are no pages may connect', async () => {
    const listing = await serving({ allowedOrigins: ['https://chat.example'] })
    expect(await raw(listing.server.url, { Origin: 'https://evil.example' }).opened).toBe(403)
    expect(await raw(listing.server.url, { Origin: 'https://chat.example' }).opened).toBe('open')
    expect(await raw(listing.server.url).opened).toBe('open')
    const usual = await serving()
    expect(await raw(usual.server.url, { Origin: 'https://chat.example' }).opened).toBe(403)
    expect(await raw(usual.server.url, { Origin: 'null' }).opened).toBe(403)
    expect(await raw(usual.server.url, { Origin: usual.server.url.replace('ws', 'http').slice(0, -1) }).opened).toBe('open')
    const open = await serving({ allowedOrigins: '*' })
    expect(await raw(open.server.url, { Origin: 'https://evil.example' }).opened).toBe('open')
  })

  it('[SEC1] a message of 2 MB is tooLarge, and never leaves', async () => {
    const scene = await serving()
    const alice = await join(scene, 'alice')
    await alice.event('synced')
    const error: unknown = await alice.transport.send(text('l1', 'x'.repeat(2_000_000))).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'tooLarge', limit: 1_048_576, effect: 'none' })
    expect(await alice.transport.send(text('l2', 'short'))).toMatchObject({ id: expect.any(String) })
  })

  it('[SEC1] a client that sends frames of 2 MB nevertheless is told so; one of 5 MB is cut off with 1009', async () => {
    const { server } = await serving()
    const rude = raw(server.url)
    await rude.opened
    rude.socket.send('x'.repeat(2_000_000))
    expect(await rude.frame('fault')).toContain('"tooLarge"')
    rude.socket.send('x'.repeat(5_000_000))
    expect(await rude.closed).toBe(1009)
  })

  it('[SEC1] malformed and binary frames are reported as protocol; the session stands', async () => {
    const { server, backend } = await serving()
    const rude = raw(server.url)
    await rude.opened
    rude.socket.send(JSON.stringify({ t: 'hello', v: 1, user: 'alice', token: backend.token('alice'), device: 'd' }))
    await rude.frame('"synced"')
    rude.socket.send('{"t":')
    rude.socket.send(Buffer.from([1, 2, 3]))
    expect(await rude.frame('fault')).toContain('"protocol"')
    backend.post('bob', direct('alice'), 'still there?')
    expect(await rude.frame('still there?')).toContain('"message"')
  })

  it('a graceful stop says goodbye, closes with 1001, and waits for nobody for ever', async () => {
    const scene = await serving()
    const alice = await join(scene, 'alice')
    await alice.event('synced')
    const [silent, stubborn] = [raw(scene.server.url), raw(scene.server.url)]
    await Promise.all([silent.opened, stubborn.opened])
    // It reads nothing, so it never answers the closing handshake.
    stubborn.socket.pause()
    const lost = firstValueFrom(alice.events.pipe(filter(() => false))).catch((error: unknown) => error)
    await scene.server.close()
    expect(await lost).toMatchObject({ code: 'unavailable', retryable: true })
    expect(await silent.closed).toBe(1001)
    expect(await silent.frame('bye')).toContain('"unavailable"')
    stubborn.socket.resume()
    expect([1001, 1006]).toContain(await stubborn.closed)
    await expect(fetch(scene.server.url.replace('ws', 'http'))).rejects.toThrow()
  })

  it('[RES1] a server started anew on the same backend goes on from the token', async () => {
    const scene = await serving()
    const alice = await join(scene, 'alice')
    await alice.event('synced')
    scene.backend.post('bob', direct('alice'), 'one')
    await alice.event('message', isText('one'))
    const { token } = await alice.event('checkpoint')
    alice.events.subscribe({ error: () => {} })
    await scene.server.close()
    scene.backend.post('bob', direct('alice'), 'two')
    const port = Number(new URL(scene.server.url).port)
    const again = await serveSandbox({ backend: scene.backend, port })
    cleanups.push(() => again.close())
    const events = new ReplaySubject<TransportEvent>()
    const resumed = alice.transport.connect({ resume: token }).subscribe(events)
    cleanups.push(() => {
      resumed.unsubscribe()
    })
    expect(await firstValueFrom(events.pipe(filter(event => event.type === 'synced')))).toMatchObject({ continuity: 'whole' })
    expect(await firstValueFrom(events.pipe(filter(event => event.type === 'message' && isText('two')(event))))).toMatchObject({
      origin: 'catchup',
    })
  })

  it('[SEC1] [SEC2] serves uploaded files so that a browser paints images and runs nothing', async () => {
    const scene = await serving({ allowedOrigins: ['https://chat.example'] })
    const alice = await join(scene, 'alice')
    await alice.event('synced')
    const upload = (name: string, mime: string, content: string) =>
      alice.transport.upload({ conversation: direct('bob'), file: new Blob([content]), name, mime })
    const page = await upload("it's <me>.html", 'text/html', '<script>alert(1)</script>')
    const picture = await upload('a.png', 'image/png', 'png')
    expect(page).toMatchObject({ size: 25, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })

    const got = await fetch(page.url ?? '', { headers: { Origin: 'https://chat.example' } })
    expect(await got.text()).toBe('<script>alert(1)</script>')
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-disposition': "attachment; filename*=UTF-8''it%27s%20%3Cme%3E.html",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'access-control-allow-origin': 'https://chat.example',
    })
    const image = await fetch(picture.url ?? '')
    expect(image.headers.get('content-disposition')).toMatch(/^inline/)
    const status = async (url: string, init?: RequestInit) => (await fetch(url, init)).status
    expect(await status(page.url ?? '', { headers: { Origin: 'https://evil.example' } })).toBe(403)
    expect(await status(page.url ?? '', { method: 'POST' })).toBe(405)
    expect(await status(page.url ?? '', { method: 'HEAD' })).toBe(200)
    expect(await status(`${page.url}x`)).toBe(404)
    expect(await status(`${scene.base.url.replace('ws', 'http')}files/%E0%A4%A`)).toBe(404)
    expect(await status(scene.base.url.replace('ws', 'http'))).toBe(404)
  })

  it('lives in a server of one’s own, under a path, and leaves it as it was', async () => {
    const http = createServer((_, response) => response.end('mine'))
    cleanups.push(() => http.close())
    const scene = await serving({ server: http, path: '/chat' })
    expect(() => scene.server.url).toThrow('The server does not listen yet')
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
    scene.base.url = scene.server.url
    expect(scene.server.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/chat\/$/)
    const alice = await join(scene, 'alice')
    await alice.event('synced')
    const stored = await alice.transport.upload({ conversation: direct('bob'), file: new Blob(['x']), name: 'x', mime: 'text/plain' })
    const root = scene.server.url.replace('ws', 'http').replace('chat/', '')
    expect(await (await fetch(stored.url ?? '')).text()).toBe('x')
    expect(await (await fetch(root)).text()).toBe('mine')
    // Sockets for others are theirs.
    http.once('upgrade', (_, socket) => socket.end('HTTP/1.1 418 Mine\r\n\r\n'))
    expect(await raw(root.replace('http', 'ws')).opened).toBe(418)
    alice.events.subscribe({ error: () => {} })
    await scene.server.close()
    expect(await (await fetch(stored.url ?? '')).text()).toBe('mine')
  })

  it('paths that aren’t its own get 404, a port that is taken is an error', async () => {
    const { server, backend } = await serving({ path: '/chat/' })
    const { port } = new URL(server.url)
    expect(await raw(`ws://127.0.0.1:${port}/other`).opened).toBe(404)
    await expect(serveSandbox({ backend, port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('serves a whole sandbox: its clients in memory meet those over sockets, and stay when the server stops', async () => {
    const sandbox = createSandbox({ users: ['alice', 'bob'] })
    const { backend } = sandbox
    const server = await serveSandbox({ sandbox })
    cleanups.push(() => server.close())
    const events = new ReplaySubject<TransportEvent>()
    const near = sandbox.transport('bob').connect().subscribe(events)
    cleanups.push(() => {
      near.unsubscribe()
      sandbox.dispose()
    })
    const alice = await join({ backend, server }, 'alice')
    alice.events.subscribe({ error: () => {} })
    await alice.event('synced')
    await alice.transport.send(text('l1', 'hello'))
    await firstValueFrom(events.pipe(filter(event => event.type === 'message' && isText('hello')(event))))
    await sandbox.quiet()
    sandbox.faults.cut('alice')
    expect(await firstValueFrom(alice.events.pipe(filter(() => false))).catch((error: unknown) => error)).toMatchObject({
      code: 'unavailable',
    })
    sandbox.faults.restore('alice')
    await server.close()
    backend.post('alice', direct('bob'), 'still here?')
    await firstValueFrom(events.pipe(filter(event => event.type === 'message' && isText('still here?')(event))))
  })

  it('closed twice, it closes once', async () => {
    const { server } = await serving()
    await Promise.all([server.close(), server.close()])
  })
})
