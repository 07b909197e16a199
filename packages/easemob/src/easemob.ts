import type { Contact, ConversationId, Fact, Origin, Transport, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { ServiceLimits } from './capabilities.ts'
import { capabilitiesOf } from './capabilities.ts'
import { canonical } from './conversations.ts'
import { changeEvents } from './events/changeEvents.ts'
import { contactEvents } from './events/contactEvents.ts'
import type { EventContext } from './events/context.ts'
import { deviceEvents } from './events/deviceEvents.ts'
import { groupEvents } from './events/groupEvents.ts'
import { messageEvents } from './events/messageEvents.ts'
import { presenceEvents } from './events/presenceEvents.ts'
import { receiptEvents } from './events/receiptEvents.ts'
import { createKnownMessages } from './knownMessages.ts'
import type { AskToken, ConnectionHost } from './link/host.ts'
import { foreignConnection, ownConnections } from './link/host.ts'
import { createLink } from './link/link.ts'
import { newLocalId } from './localIds.ts'
import { createAsk } from './requests/ask.ts'
import { attitudes } from './requests/attitudes.ts'
import type { RequestContext } from './requests/context.ts'
import { comings, groupOps } from './requests/groups.ts'
import { histories } from './requests/histories.ts'
import { lists } from './requests/lists.ts'
import { marks } from './requests/marks.ts'
import { blockOps, contactOps, directory, presenceOps } from './requests/people.ts'
import { sends } from './requests/sends.ts'
import { uploads } from './requests/upload.ts'
import type { SdkConnection } from './sdk/connection.ts'
import type { SdkOptions, SdkSource } from './sdk/module.ts'
import { textOf } from './sdk/raw.ts'

/** The adapter makes the connection, opens it, keeps it open and closes it. */
export interface OwnConnectionOptions extends SdkOptions, ServiceLimits {
  /** What `easemob-websdk` or `agora-chat` exports or, so that it is loaded with the first link only, how to import it. */
  readonly sdk: SdkSource
  /** `org#app`, as the console shows it. */
  readonly appKey: string
  readonly user: UserId
  /** Gives an access token; asked at every login and when one runs out, once for all requests that wait. */
  readonly credentials: AskToken
}

/** The application has a connection already, which it opens and closes itself. */
export interface SharedConnectionOptions extends ServiceLimits {
  readonly connection: SdkConnection
  /** May be left out once the connection was opened: it knows by then. */
  readonly user?: UserId
  /** Without it a token that runs out ends what needs one with `authExpired`. */
  readonly credentials?: AskToken
}

export type EasemobOptions = OwnConnectionOptions | SharedConnectionOptions

const MINUTE_MS = 60_000
const KB = 1_024

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
  const { recallWindowMs = 2 * MINUTE_MS, maxMessageBytes = 4 * KB, maxFileBytes = 10 * KB * KB, delivery = true } = options
  const self = canonical(userIn(options))
  const known = createKnownMessages()
  const contactRequests = new Map<string, Contact>()
  const invited = new Set<ConversationId>()
  const syncing = { isOn: false }
  const origin = (): Origin => (syncing.isOn ? 'catchup' : 'live')

  const tell = (...facts: readonly Fact[]): void => {
    for (const fact of facts) {
      if (fact.type === 'membership' && fact.membership.user === self) {
        if (fact.membership.state === 'invited') invited.add(fact.membership.conversation)
        else invited.delete(fact.membership.conversation)
      }
      link.tell(fact)
    }
  }
  const unreadable = (what: string, original: unknown): void =>
    link.tell({ type: 'fault', error: chatError('protocol', { message: `Easemob gave ${what} that can't be read.`, cause: original }) })
  const context: EventContext = { self, known, origin, tell, unreadable }

  const link = createLink(hostFor(options, self, delivery), {
    onOfflineMessageSyncStart() {
      syncing.isOn = true
    },
    onOfflineMessageSyncFinish() {
      syncing.isOn = false
    },
    ...messageEvents(context),
    ...receiptEvents(context),
    ...changeEvents(context),
    ...deviceEvents(context),
    ...contactEvents(context, contactRequests),
    ...groupEvents(context),
    onPresenceStatusChange: payload => presence.onPresenceStatusChange?.(payload),
  })

  const requests: RequestContext = { self, known, link, ask: createAsk(link), maxMessageBytes }
  const { ops: presenceCommands, watch } = presenceOps(requests)
  const presence = presenceEvents(context, watch)

  return {
    name: 'easemob',
    self,
    capabilities: capabilitiesOf({ recallWindowMs, maxMessageBytes, maxFileBytes, delivery }),
    canonical,
    newLocalId,
    connect() {
      syncing.isOn = false
      return link.connect()
    },
    ...sends(requests),
    ...marks(requests),
    ...histories(requests),
    ...lists(requests),
    ...attitudes(requests),
    ...uploads(requests, maxFileBytes),
    ...comings(requests, invited),
    ...directory(requests),
    groups: groupOps(requests),
    contacts: contactOps(requests, contactRequests),
    blocks: blockOps(requests),
    presence: presenceCommands,
  }
}

const userIn = (options: EasemobOptions): UserId => {
  const user = options.user ?? ('connection' in options ? textOf(options.connection.user) : undefined)
  if (user === undefined || user === '') {
    throw new TypeError('Nobody knows whose connection that is: pass user, or a connection that was opened.')
  }
  return user
}

const hostFor = (options: EasemobOptions, user: UserId, delivery: boolean): ConnectionHost => {
  if ('connection' in options) return foreignConnection(options.connection, options.credentials)
  const { sdk, appKey, credentials } = options
  return ownConnections({ sdk, appKey, user, credentials, delivery, options: sdkOptionsOf(options) })
}

/** Those of the SDK's own. */
const sdkOptionsOf = (options: OwnConnectionOptions): SdkOptions =>
  Object.fromEntries(sdkOptionNames.flatMap(name => (options[name] === undefined ? [] : [[name, options[name]]])))

const sdkOptionNames = [
  'isHttpDNS',
  'url',
  'apiUrl',
  'deviceId',
  'isFixedDeviceId',
  'useOwnUploadFun',
  'heartBeatWait',
  'autoReconnectNumMax',
  'https',
] as const satisfies (keyof SdkOptions)[]
