import type { UserId } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import type { RawData, WebSocket } from 'ws'
import type { FrameKind } from '../faults/faults.ts'
import { createLane } from '../faults/lane.ts'
import { countsBody } from '../facts/readCount.ts'
import type { Weather } from '../faults/weather.ts'
import { userJid } from '../frames/jid.ts'
import type { MSync, SyncDown } from '../frames/msync.ts'
import { OK } from '../frames/status.ts'
import type { StatisticsBody } from '../frames/statistics.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { loginStatus } from '../refusals/loginStatus.ts'
import type { Link } from './link.ts'
import { takeMeta } from './takeMeta.ts'

/** Answers of which the SDK survives no second one. */
const onlyOnce: ReadonlySet<FrameKind> = new Set(['ack', 'provision'])

/** Milliseconds that a client which was told to go has for going by itself. */
const GOODBYE_MS = 50

export interface ConnectionOptions {
  readonly hub: Hub
  readonly socket: WebSocket
  readonly weather: Weather
  /** When a user's token expires, milliseconds since 1970; the client is told, and counts down by itself. */
  readonly expiry: (user: UserId) => number | undefined
}

/** Serves one socket. */
export const serveConnection = ({ hub, socket, weather, expiry }: ConnectionOptions): void => {
  const { codecs, backend } = hub
  let device: Device | undefined
  const cut = (): void => {
    leave()
    socket.terminate()
  }
  const up = createLane(weather, 'up', cut)
  const down = createLane(weather, 'down', cut)

  const send = (kind: FrameKind, command: MSync['command'] & string, payload: Uint8Array): void => {
    const frame = codecs.msync.encode({ command, payload })
    down.pass(kind, device?.user, again => {
      if (socket.readyState === socket.OPEN && !(again && onlyOnce.has(kind))) socket.send(frame)
    })
  }
  const sync = (kind: FrameKind, answer: SyncDown): void => send(kind, 'SYNC', codecs.syncDown.encode(answer))

  const statistics = (body: StatisticsBody): void => {
    if (device === undefined) return
    const queue = userJid(device.user)
    const meta = { id: hub.eventId(), from: queue, ns: 'STATISTIC' as const, payload: codecs.statistics.encode(body) }
    // With nothing after it, or the SDK would ask for more of a queue that there isn't.
    sync('queue', { status: OK, queue, metas: [meta], isLast: true })
  }

  const link: Link = {
    notice: queue => send('notice', 'NOTICE', codecs.notice.encode({ queue })),
    statistics,
    drop: cut,
    kick(body) {
      statistics(body)
      setTimeout(() => socket.close(), GOODBYE_MS)
    },
  }

  const leave = (): void => {
    if (device !== undefined) hub.leave(device, link)
    device = undefined
    up.close()
    down.close()
  }

  const provision = ({ guid, payload = new Uint8Array(), auth = '' }: MSync): void => {
    const { resource = 'webim', reason } = codecs.provision.decode(payload)
    const user = guid?.name ?? ''
    try {
      device = hub.logIn({ user, resource, token: auth.replace('$t$', ''), link, extension: reason })
    } catch (thrown) {
      if (!isChatError(thrown)) throw thrown
      const status = loginStatus(thrown, backend.users().includes(user))
      return send('provision', 'PROVISION', codecs.provision.encode({ status, resource }))
    }
    const expiresAt = expiry(user)
    const authToken = expiresAt === undefined ? {} : { authToken: JSON.stringify({ expires_in: expiresAt }) }
    send('provision', 'PROVISION', codecs.provision.encode({ status: OK, resource, ...authToken }))
  }

  /** What waits; it is also how a client says that it is still there. */
  const unread = ({ mailbox, missedCounts }: Device): void => {
    const answer = { status: OK, unread: mailbox.unread(), timestamp: backend.now().toString() }
    send('unread', 'UNREAD', codecs.unreadDown.encode(answer))
    if (missedCounts.size === 0) return
    statistics(countsBody(missedCounts))
    missedCounts.clear()
  }

  const takeSync = (current: Device, payload: Uint8Array, again: boolean): void => {
    const { meta, queue, key } = codecs.syncUp.decode(payload)
    if (meta !== undefined) {
      const answer = takeMeta(hub, current, meta)
      if (answer === 'none' || again) return
      if (answer === 'cut') return cut()
      return sync('ack', answer)
    }
    if (queue !== undefined) sync('queue', current.mailbox.fetch(queue, key))
  }

  const take = (frame: MSync, again: boolean): void => {
    if (frame.command === 'PROVISION') return provision(frame)
    if (device === undefined) return cut()
    if (frame.command === 'UNREAD') unread(device)
    else if (frame.command === 'LOGOUT') send('logout', 'LOGOUT', new Uint8Array())
    else takeSync(device, frame.payload ?? new Uint8Array(), again)
  }

  socket.on('message', data => {
    const frame = codecs.msync.decode(bytesOf(data))
    up.pass(kindOf(frame, hub), device?.user, again => take(frame, again))
  })
  socket.on('close', leave)
  socket.on('error', () => socket.terminate())
}

const bytesOf = (data: RawData): Uint8Array => {
  if (Buffer.isBuffer(data)) return data
  throw chatError('protocol', { message: 'Frames come whole.' })
}

const kindOf = ({ command, payload }: MSync, { codecs }: Hub): FrameKind => {
  if (command === 'PROVISION') return 'provision'
  if (command === 'UNREAD') return 'unread'
  if (command === 'LOGOUT') return 'logout'
  return payload !== undefined && codecs.syncUp.decode(payload).meta !== undefined ? 'send' : 'sync'
}
