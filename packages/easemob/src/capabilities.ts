import type { Capabilities } from '@parlance/core'
import { MOST_PER_PAGE } from './requests/histories.ts'

/** What depends on how an application's Easemob is set up: its console and its plan say so, the SDK doesn't. */
export interface ServiceLimits {
  /** How long after sending a message can be recalled, milliseconds; 2 minutes unless the console says otherwise. */
  readonly recallWindowMs?: number
  /** Most bytes of a message's JSON; Easemob takes 5 kB of body and ext, of which some are the adapter's own. */
  readonly maxMessageBytes?: number
  /** Most bytes of a file; 10 MB unless the plan says otherwise. */
  readonly maxFileBytes?: number
}

const MINUTE_MS = 60_000
const KB = 1_024

const forms = { upTo: false, exactly: true, whole: true }

/** What Easemob can do without any part of the adapter, as these limits have it. */
export const capabilitiesOf = (
  { recallWindowMs = 2 * MINUTE_MS, maxMessageBytes = 4 * KB, maxFileBytes = 10 * KB * KB }: ServiceLimits,
  deliversItself: boolean,
): Capabilities & Required<Pick<Capabilities, 'attachments'>> => ({
  ack: 'stored',
  // A repeat may be stored twice: history tells of the first, by its localId.
  dedupe: 'none',
  localIdVisible: true,
  refusalAfterAck: false,
  reconnects: 'transport',
  order: 'atAck',
  ids: 'global',
  delivered: deliversItself ? 'auto' : 'manual',
  read: { direct: forms, group: forms },
  readCount: 'perMessageOptIn',
  readers: false,
  recall: { mode: 'server', windowMs: recallWindowMs, enforced: true },
  edit: { moderators: true },
  history: {
    backward: true,
    forward: true,
    around: false,
    maxPage: MOST_PER_PAGE,
    returns: 'current',
    includes: ['edits', 'receipts'],
  },
  resume: false,
  ownEcho: false,
  conversationList: true,
  unread: 'list',
  removal: 'withHistory',
  deletion: 'none',
  ephemeral: false,
  attachments: { maxBytes: maxFileBytes },
  maxMessageBytes,
  settings: ['pinned'],
  serverTime: false,
  customValues: 'json',
})
