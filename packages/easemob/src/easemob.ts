import type { Origin, Transport, TransportEvent, UserId } from '@parlance/core'
import type { ServiceLimits } from './capabilities.ts'
import { capabilitiesOf } from './capabilities.ts'
import { canonical } from './conversations.ts'
import { changeEvents } from './events/changeEvents.ts'
import { deviceEvents } from './events/deviceEvents.ts'
import { messageEvents } from './events/messageEvents.ts'
import { receiptEvents } from './events/receiptEvents.ts'
import { createKnownMessages } from './knownMessages.ts'
import type { AskToken, ConnectionHost } from './link/host.ts'
import { foreignConnection, ownConnections } from './link/host.ts'
import type { Link } from './link/link.ts'
import { createLink } from './link/link.ts'
import { newLocalId } from './localIds.ts'
import type { EasemobPart, EasemobTransport, PartContext } from './part.ts'
import { createAsk } from './requests/ask.ts'
import { histories } from './requests/histories.ts'
import { lists } from './requests/lists.ts'
import { marks } from './requests/marks.ts'
import { sends } from './requests/sends.ts'
import { uploads } from './requests/upload.ts'
import type { SdkConnection } from './sdk/connection.ts'
import type { SdkHandler } from './sdk/handler.ts'
import type { SdkOptions, SdkSource } from './sdk/module.ts'
import { textOf } from './sdk/raw.ts'

/** What both ways to make the transport have. */
export interface CommonOptions extends ServiceLimits {
  /** `people`, `groups`, `reactions`, `typing`, `deletion`, `search` and `settings(…)`, of entry points of these names, as far as the application has them. */
  readonly parts?: readonly EasemobPart[]
}

/** The adapter makes the connection, opens it, keeps it open and closes it. */
export interface OwnConnectionOptions extends SdkOptions, CommonOptions {
  /** What `easemob-websdk` or `agora-chat` exports or, so that it is loaded with the first link only, how to import it. */
  readonly sdk: SdkSource
  /** `org#app`, as the console shows it. */
  readonly appKey: string
  readonly user: UserId
  /** Gives an access token; asked at every login and when one runs out, once for all requests that wait. */
  readonly credentials: AskToken
}

/** The application has a connection already, which it opens and closes itself. */
export interface SharedConnectionOptions extends CommonOptions {
  readonly connection: SdkConnection
  /** May be left out once the connection was opened: it knows by then. */
  readonly user?: UserId
  /** Without it a token that runs out ends what needs one with `authExpired`. */
  readonly credentials?: AskToken
}

export type EasemobOptions = OwnConnectionOptions | SharedConnectionOptions

const PULSE_MS = 30_000

/**
 * A transport over the unmodified SDK of Easemob (`easemob-websdk` 4) or Agora Chat (`agora-chat` 1.4). Its commands reject with
 * Easemob's error numbers as codes of Parlance; what the SDK was given or threw is in `cause`.
 * @example
 * const transport = easemob({
 *   sdk: () => import('easemob-websdk'),
 *   appKey: 'org#app',
 *   user: 'alice',
 *   credentials: () => fetch('/token').then(response => response.text()),
 * })
 * @example
 * const transport = easemob({ connection, user: 'alice' })
 */
export const easemob = (options: EasemobOptions): Transport => {
  const capabilities = capabilitiesOf(options, deliversItself(options))
  const self = canonical(userIn(options))
  let isSyncing = false
  const link: Link = createLink(
    hostFor(options, self),
    () => handler,
    ('heartBeatWait' in options ? options.heartBeatWait : undefined) ?? PULSE_MS,
  )
  const tell = (...facts: readonly TransportEvent[]): void => facts.forEach(link.tell)

  const partContext: PartContext = {
    self,
    known: createKnownMessages(),
    link,
    ask: createAsk(link),
    maxMessageBytes: capabilities.maxMessageBytes,
    origin: (): Origin => (isSyncing ? 'catchup' : 'live'),
    tell,
  }
  const parts = (options.parts ?? []).map(part => part(partContext))
  const context = { ...partContext, parts }

  const handler: SdkHandler = parts.reduce<SdkHandler>((before, { handler: more }) => ({ ...before, ...more?.(before) }), {
    onOfflineMessageSyncStart() {
      isSyncing = true
    },
    onOfflineMessageSyncFinish() {
      isSyncing = false
    },
    ...messageEvents(context),
    ...receiptEvents(context),
    ...changeEvents(context),
    ...deviceEvents(context),
  })

  const transport: EasemobTransport = {
    name: 'easemob',
    self,
    canonical,
    newLocalId,
    connect() {
      isSyncing = false
      return link.connect()
    },
    ...sends(context),
    ...marks(context),
    ...histories(context),
    ...lists(context),
    ...uploads(context, capabilities.attachments.maxBytes),
    capabilities,
  }
  return parts.reduce<EasemobTransport>(
    (before, part) => ({
      ...before,
      ...part.commands?.(before),
      capabilities: { ...before.capabilities, ...part.capabilities(before.capabilities) },
    }),
    transport,
  )
}

/** A connection of the application's may have been told to send delivery acks by itself. */
const deliversItself = (options: EasemobOptions): boolean => 'connection' in options && options.connection.delivery === true

const userIn = (options: EasemobOptions): UserId => {
  const user = options.user ?? ('connection' in options ? textOf(options.connection.user) : undefined)
  if (!user) throw new TypeError('Pass user, or an opened connection.')
  return user
}

const hostFor = (options: EasemobOptions, user: UserId): ConnectionHost => {
  if ('connection' in options) return foreignConnection(options.connection, options.credentials)
  const { sdk, appKey, credentials, user: _user, parts, recallWindowMs, maxMessageBytes, maxFileBytes, ...sdkOptions } = options
  return ownConnections({ sdk, appKey, credentials }, user, sdkOptions)
}
