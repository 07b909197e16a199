import type { Capabilities, GroupAbility, HistoryInclusion, ReadForms, SearchBy, UserId } from '@parlance/core'
import type { ContentRule } from './contentRules.ts'

/**
 * How a sandbox behaves. Everything has a default, so that `{}` is a backend that can do all there is; each line takes
 * something away or bends it, and what `capabilities` say follows. Times are milliseconds of the sandbox's clock.
 */
export interface SandboxPolicy {
  /** A user's credential; `renewal` counts how often the one before expired. Default: derived from the seed. */
  readonly token?: (user: UserId, renewal: number) => string
  /**
   * `server` (default) erases the body; `marker` keeps it and passes on whatever is claimed, unchecked, for readers to judge; `none` refuses
   * with `recallDisabled`. `windowMs` (default two minutes, `Infinity` for no bound) binds authors; `moderators` (default `true`) lets owners
   * and admins of a group recall what others sent, at any time.
   */
  readonly recall?: { readonly mode?: Capabilities['recall']['mode']; readonly windowMs?: number; readonly moderators?: boolean }
  /** `false`: no edits. `windowMs`: default 15 minutes, `Infinity` for no bound. `moderators`: default `false`. */
  readonly edit?: false | { readonly windowMs?: number; readonly moderators?: boolean }
  /** Whether a deleted message goes for who deletes it (default), or for all: then its author or a moderator may. */
  readonly deletion?: Capabilities['deletion']
  readonly removal?: Capabilities['removal']
  /** Checked in order against what is sent or edited. Default: none. */
  readonly content?: readonly ContentRule[]
  /** Most sends of one user in any stretch of `perMs`; above it `rateLimited`. Default: no limit. */
  readonly rateLimit?: false | { readonly count: number; readonly perMs: number }
  /** Bytes of a message's body and ext as JSON. Default 65,536. */
  readonly maxMessageBytes?: number
  /** `false`: no attachments. `maxBytes`: default 10 MiB. */
  readonly attachments?: false | { readonly maxBytes?: number }
  /** Where others fetch an uploaded file. Default: an object URL of this process. */
  readonly fileUrl?: (id: string, name: string) => string
  /** Whether the same localId twice is one message: always (default), for a time, or never. */
  readonly dedupe?: Capabilities['dedupe']
  /** `false`: no copy carries its localId. */
  readonly localIdVisible?: boolean
  /** `late`: the ack carries no position; the copy that follows does. */
  readonly order?: Capabilities['order']
  /** `true`: a send is taken before it is judged; the refusal follows the ack. */
  readonly refusalAfterAck?: boolean
  /** Whether ids are unique everywhere (default) or within their conversation. Can't be changed later. */
  readonly ids?: Capabilities['ids']
  /** `false`: the device that sent a message gets no copy of it. */
  readonly ownEcho?: boolean
  /** Who says that a message was delivered: the client (`manual`, default), the server as it hands it over (`auto`), nobody. */
  readonly delivered?: Capabilities['delivered']
  /** Which forms of read mark are taken; `maxRefs`: default 100. */
  readonly read?: { readonly direct?: Partial<ReadForms>; readonly group?: Partial<ReadForms> }
  readonly readCount?: Capabilities['readCount']
  readonly readers?: boolean
  /** Whose group messages may ask for a read count; with `moderators` an ordinary member's is refused with `forbidden`. */
  readonly readCountFor?: Capabilities['readCountFor']
  /** `strings`: a custom body with any other value is refused. */
  readonly customValues?: Capabilities['customValues']
  readonly reactions?: boolean
  /** Who pins messages for all: members (default), or only owners and admins of a group; `false`: nobody. */
  readonly pins?: Capabilities['pins'] | false
  /** By what can be searched. Default: everything; `false`: no search. */
  readonly search?: readonly SearchBy[] | false
  /** `false`: no directory. */
  readonly users?: boolean
  readonly contacts?: boolean
  readonly blocks?: boolean
  readonly presence?: boolean
  /** What users can do about groups and rooms. Default: everything; `false`: nothing. */
  readonly groups?: readonly GroupAbility[] | false
  /** `true`: who is taken into a group or room is invited first, and comes by joining. */
  readonly invitations?: boolean
  /** `true`: who comes and goes, and what else changes about a group or room, is told as a row of it. */
  readonly notices?: boolean
  /** What history can be asked for. `maxPage`: default 50. */
  readonly history?: Partial<Capabilities['history']>
  /** `false`: every attach begins with a gap. */
  readonly resume?: boolean
  /** Facts kept for a device, for when it comes back. Default 1,000. */
  readonly queue?: number
  /** Devices of one user that may be attached at once; one more ends the one attached longest with `replacedElsewhere`. Default: no limit. */
  readonly devices?: number
  readonly conversationList?: boolean
  readonly unread?: Capabilities['unread']
  readonly ephemeral?: boolean
  /** Which settings of a conversation are kept. Default: all four. */
  readonly settings?: Capabilities['settings']
  readonly serverTime?: boolean
}

/** A policy with every default filled in. */
export interface Policy {
  readonly capabilities: Capabilities
  /** What pages tell besides messages, also of what can't happen any more. */
  readonly includes: ReadonlySet<HistoryInclusion>
  readonly token: ((user: UserId, renewal: number) => string) | undefined
  readonly fileUrl: ((id: string, name: string) => string) | undefined
  readonly moderatorsRecall: boolean
  readonly content: readonly ContentRule[]
  readonly notices: boolean
  readonly invitations: boolean
  readonly rateLimit: { readonly count: number; readonly perMs: number } | undefined
  readonly queue: number
  readonly devices: number
}

const MINUTE = 60_000
const everyForm: Required<ReadForms> = { upTo: true, exactly: true, whole: true, maxRefs: 100 }

const within = (windowMs: number): { readonly windowMs?: number } => (windowMs === Infinity ? {} : { windowMs })

const everything: readonly HistoryInclusion[] = ['edits', 'recalls', 'deletions', 'receipts', 'counts', 'reactions', 'pins']

const everyAbility: readonly GroupAbility[] = ['create', 'invite', 'remove', 'mute', 'roles', 'dissolve', 'update', 'members']

/** What pages tell besides messages. Current bodies come with their edits, or nobody could tell that they aren't the first. */
const told = ({ history = {} }: SandboxPolicy): readonly HistoryInclusion[] => {
  const { returns = 'current', includes = everything } = history
  return returns === 'current' && !includes.includes('edits') ? ['edits', ...includes] : includes
}

const takesMarks = ({ upTo = true, exactly = true, whole = true }: Partial<ReadForms> = {}): boolean => upTo || exactly || whole

const historyOf = (policy: SandboxPolicy): Capabilities['history'] => {
  const { history, edit, recall, deletion, read, delivered, readCount = 'perMessageOptIn' } = policy
  const happens: Readonly<Record<HistoryInclusion, boolean>> = {
    edits: edit !== false,
    recalls: recall?.mode !== 'none',
    deletions: deletion !== 'none',
    receipts: delivered !== 'none' || takesMarks(read?.direct) || takesMarks(read?.group),
    counts: readCount === 'perMessageOptIn' || readCount === 'everyMessage',
    reactions: policy.reactions !== false,
    pins: policy.pins !== false,
  }
  const includes = told(policy).filter(what => happens[what])
  return { backward: true, forward: true, around: true, maxPage: 50, returns: 'current', ...history, includes }
}

const capabilitiesOf = (policy: SandboxPolicy): Capabilities => {
  const { order = 'atAck', refusalAfterAck = false, recall = {}, edit = {}, attachments = {} } = policy
  const { readCountFor, customValues, reactions = true, pins = 'members', search = ['text', 'types', 'senders', 'times'] } = policy
  const { users = true, contacts = true, blocks = true, presence = true, groups = everyAbility } = policy
  const { mode = 'server', windowMs = 2 * MINUTE } = recall
  return {
    ack: order === 'late' || refusalAfterAck ? 'taken' : 'stored',
    dedupe: policy.dedupe ?? 'always',
    localIdVisible: policy.localIdVisible ?? true,
    refusalAfterAck,
    reconnects: 'core',
    order,
    ids: policy.ids ?? 'global',
    delivered: policy.delivered ?? 'manual',
    read: { direct: { ...everyForm, ...policy.read?.direct }, group: { ...everyForm, ...policy.read?.group } },
    readCount: policy.readCount ?? 'perMessageOptIn',
    readers: policy.readers ?? true,
    recall: { mode, enforced: mode === 'server', ...(mode === 'server' && within(windowMs)) },
    ...(edit !== false && { edit: { ...within(edit.windowMs ?? 15 * MINUTE), moderators: edit.moderators ?? false } }),
    history: historyOf(policy),
    resume: policy.resume ?? true,
    ownEcho: policy.ownEcho ?? true,
    conversationList: policy.conversationList ?? true,
    unread: policy.conversationList === false ? 'none' : (policy.unread ?? 'list'),
    removal: policy.removal ?? 'withHistory',
    deletion: policy.deletion ?? 'forMe',
    ephemeral: policy.ephemeral ?? true,
    ...(attachments !== false && { attachments: { maxBytes: attachments.maxBytes ?? 10 * 1024 * 1024 } }),
    maxMessageBytes: policy.maxMessageBytes ?? 65_536,
    settings: policy.settings ?? ['pinned', 'silenced', 'archived', 'markedUnread'],
    serverTime: policy.serverTime ?? true,
    ...(readCountFor !== undefined && { readCountFor }),
    ...(customValues !== undefined && { customValues }),
    ...(reactions && { reactions }),
    ...(pins !== false && { pins }),
    ...(search !== false && { search }),
    ...(users && { users }),
    ...(contacts && { contacts }),
    ...(blocks && { blocks }),
    ...(presence && { presence }),
    ...(groups !== false && { groups }),
  }
}

/** Fills in the defaults. */
export const resolvePolicy = (policy: SandboxPolicy): Policy => ({
  capabilities: capabilitiesOf(policy),
  includes: new Set(told(policy)),
  token: policy.token,
  fileUrl: policy.fileUrl,
  moderatorsRecall: policy.recall?.moderators ?? true,
  content: policy.content ?? [],
  notices: policy.notices ?? false,
  invitations: policy.invitations ?? false,
  rateLimit: policy.rateLimit === false ? undefined : policy.rateLimit,
  queue: policy.queue ?? 1_000,
  devices: policy.devices ?? Infinity,
})
