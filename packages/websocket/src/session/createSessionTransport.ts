import type { Capabilities, Clock, Transport, TransportEvent, UserId } from '@parlance/core'
import { Observable } from 'rxjs'
import { bodyForWire } from '../wire/body.ts'
import type { OpenPipe } from '../wire/pipe.ts'
import { createBlocks } from './blocks.ts'
import type { Connection } from './connection.ts'
import { openConnection } from './connection.ts'
import { createContacts } from './contacts.ts'
import type { AskCredentials } from './credentials.ts'
import { createCredentials } from './credentials.ts'
import { defaultCapabilities } from './defaultCapabilities.ts'
import { createGroups } from './groups.ts'
import { createSessionMemory } from './memory.ts'
import { createPresence } from './presence.ts'
import { randomId } from './randomId.ts'
import { createPendingRequests } from './requests.ts'
import { systemClock } from '../wire/systemClock.ts'
import { createUpload } from './upload.ts'

/** How long to wait for what, milliseconds. */
export interface SessionTimeouts {
  /** From an open pipe to the server's welcome; 10 000. */
  readonly connectMs?: number
  /** For an answer, unless an operation says otherwise; 15 000. */
  readonly requestMs?: number
  /** Until an unconfirmed frame is sent again; 1 000, doubling up to eightfold. */
  readonly resendMs?: number
}

export interface SessionTransportOptions {
  /** What the transport calls itself. */
  readonly name: string
  readonly self: UserId
  readonly open: OpenPipe
  /** Asked once for many requests; kept over reconnects until the server says that it has expired. */
  readonly credentials: AskCredentials
  /** Names this device to the server, which keeps its place; a random one unless given. One link per device at a time. */
  readonly device?: string
  readonly clock?: Clock
  /** Makes ids reproducible in tests; else they come from the machine's `crypto`. */
  readonly random?: () => number
  /** Until the server says what it can do. */
  readonly capabilities?: Capabilities
  readonly timeouts?: SessionTimeouts
}

/** A {@link Transport} with every facet of the wire. What the server can't do it answers with `unsupported`. */
export interface SessionTransport extends Required<Omit<Transport, 'canonical' | 'download'>> {
  /** Frames that the server hasn't confirmed, and requests that it hasn't answered. */
  readonly unconfirmed: number
}

/**
 * A transport over any pipe that carries text frames, however badly: what is lost comes again, what is doubled or out of order
 * is put right, and a session that is cut goes on where it stopped [LNK1]. WebSockets have `createWebSocketTransport`.
 * @example
 * const transport = createSessionTransport({ name: 'sandbox', self: 'alice', open: link.open, credentials: () => 'token' })
 */
export const createSessionTransport = (options: SessionTransportOptions): SessionTransport => {
  const { name, self, random, timeouts = {} } = options
  const clock = options.clock ?? systemClock()
  const device = options.device ?? randomId(random)
  const credentials = createCredentials(options.credentials)
  const requests = createPendingRequests(clock, timeouts.requestMs ?? 15_000)
  const memory = createSessionMemory()
  const newLocalId = (): string => `${clock.now().toString(36)}-${randomId(random)}`
  const { request } = requests
  let capabilities = options.capabilities ?? defaultCapabilities
  let connection: Connection | undefined

  return {
    name,
    self,
    get capabilities() {
      return capabilities
    },
    get unconfirmed() {
      return (connection?.unconfirmed ?? 0) + requests.size
    },
    newLocalId,
    connect: ({ resume } = {}) =>
      new Observable<TransportEvent>(subscriber => {
        if (connection !== undefined)
          throw new Error('This transport is connected already: unsubscribe from connect() before you subscribe again.')
        const opened = openConnection({
          self,
          device,
          open: options.open,
          clock,
          connectMs: timeouts.connectMs ?? 10_000,
          resendMs: timeouts.resendMs ?? 1_000,
          credentials,
          memory,
          requests,
          resume,
          next: event => subscriber.next(event),
          // Whoever hears the end may connect again at once.
          failed(error) {
            connection = undefined
            subscriber.error(error)
          },
          finished() {
            connection = undefined
            subscriber.complete()
          },
          welcomed(told) {
            // Whoever carries the frames, opening the link again is the core's.
            const now: Capabilities = { ...told, reconnects: 'core' }
            if (JSON.stringify(now) === JSON.stringify(capabilities)) return
            capabilities = now
            subscriber.next({ type: 'capabilities', capabilities })
          },
        })
        connection = opened
        return () => {
          if (connection === opened) connection = undefined
          opened.stop()
        }
      }),
    send: (message, op) => request('send', { message: { ...message, body: bodyForWire(message.body) } }, op),
    recall: (target, op) => request('recall', { target }, op),
    edit: (target, { body, ext }, op) => request('edit', { target, body: bodyForWire(body), ...(ext !== undefined && { ext }) }, op),
    delete: (target, op) => request('delete', { target }, op),
    react: (target, { emoji, active }, op) => request('react', { target, emoji, active }, op),
    pin: (target, pinned, op) => request('pin', { target, pinned }, op),
    async markRead(conversation, target, op = {}) {
      await request('markRead', { conversation, target, ...(op.content !== undefined && { content: op.content }) }, op)
    },
    async markDelivered(conversation, target, op) {
      await request('markDelivered', { conversation, target }, op)
    },
    history: (query, op) => request('history', { query }, op),
    search: (query, op) => request('search', { query }, op),
    conversations: (query, op) => request('conversations', query, op),
    async setConversation(conversation, settings, op) {
      await request('setConversation', { conversation, settings }, op)
      return {}
    },
    removeConversation: (conversation, { withHistory }, op) => request('removeConversation', { conversation, withHistory }, op),
    readers: (target, query, op) => request('readers', { target, ...query }, op),
    sendEphemeral(conversation, event, data) {
      request('ephemeral', { conversation, name: event, data }).catch(() => {})
    },
    async join(conversation, op) {
      await request('join', { conversation }, op)
    },
    async leave(conversation, op) {
      await request('leave', { conversation }, op)
    },
    users: (ids, op) => request('users', { ids }, op),
    groups: createGroups(request),
    contacts: createContacts(request),
    blocks: createBlocks(request),
    presence: createPresence(request),
    upload: createUpload({ requests, newId: newLocalId, clock, maxBytes: () => capabilities.attachments?.maxBytes }),
  }
}
