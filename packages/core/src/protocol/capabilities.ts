/** Which forms of read mark a kind of conversation takes. */
export interface ReadForms {
  readonly upTo: boolean
  readonly exactly: boolean
  readonly whole: boolean
  /** Most references in one `exactly`. */
  readonly maxRefs?: number
}

export type HistoryInclusion = 'edits' | 'recalls' | 'deletions' | 'receipts' | 'counts' | 'reactions' | 'pins'

/** By what a search may look: words, types of bodies, senders, times. */
export type SearchBy = 'text' | 'types' | 'senders' | 'times'

/** What can be done about groups and rooms. `members`: their list can be asked for. */
export type GroupAbility = 'create' | 'invite' | 'remove' | 'mute' | 'roles' | 'dissolve' | 'update' | 'members'

/**
 * What a backend can do. The contract kit checks every line both ways; what is absent is answered with `unsupported`
 * or `undefined`, never with a false zero.
 */
export interface Capabilities {
  /** What an ack means: `stored` for good, or only `taken` in charge. It carries the id. */
  readonly ack: 'stored' | 'taken'
  /** Whether the same localId twice is one message: always, within a time, or never. */
  readonly dedupe: 'always' | { readonly windowMs: number } | 'none'
  /** Whether every copy of a message carries its localId [ID5]. */
  readonly localIdVisible: boolean
  readonly refusalAfterAck: boolean
  /** Who opens the link again after it is lost. */
  readonly reconnects: 'transport' | 'core'
  /** Whether the ack carries the position, or a later copy does. */
  readonly order: 'atAck' | 'late'
  /** Whether a message id names one message everywhere, or within its conversation. */
  readonly ids: 'global' | 'conversation'
  readonly delivered: 'auto' | 'manual' | 'none'
  readonly read: { readonly direct: ReadForms; readonly group: ReadForms }
  readonly readCount: 'perMessageOptIn' | 'everyMessage' | 'derived' | 'none'
  readonly readers: boolean
  readonly recall: {
    readonly mode: 'server' | 'marker' | 'none'
    /** How long after sending, milliseconds; absent: no bound known. */
    readonly windowMs?: number
    /** Whether the server holds to it, or readers do. */
    readonly enforced: boolean
  }
  /** Absent: no edits. */
  readonly edit?: { readonly windowMs?: number; readonly moderators: boolean }
  readonly history: {
    readonly backward: boolean
    readonly forward: boolean
    readonly around: boolean
    readonly maxPage: number
    /** Whether pages carry bodies as they are now (an edited one then comes with an `edited` fact) or as they were. */
    readonly returns: 'current' | 'original'
    /** What of the past a page brings along besides messages. `pins`: a page that reaches the live end tells all of the conversation. */
    readonly includes: readonly HistoryInclusion[]
  }
  readonly resume: boolean
  /** Whether my own messages come back to the device that sent them. */
  readonly ownEcho: boolean
  readonly conversationList: boolean
  /** Where unread numbers come from: the list, or only from what is here. */
  readonly unread: 'list' | 'none'
  /** Whether a conversation can be removed for all my devices, and with its history. */
  readonly removal: 'none' | 'conversation' | 'withHistory'
  readonly deletion: 'none' | 'forMe' | 'forAll'
  readonly ephemeral: boolean
  /** Absent: no attachments. */
  readonly attachments?: { readonly maxBytes: number }
  /** Most bytes of one message's JSON (body and ext, UTF-8). */
  readonly maxMessageBytes: number
  /** Which settings of a conversation the backend keeps. */
  readonly settings: readonly ('pinned' | 'silenced' | 'archived' | 'markedUnread')[]
  readonly serverTime: boolean
  /** Whose group messages may ask for a read count; absent: anyone's. */
  readonly readCountFor?: 'anyone' | 'moderators'
  /** What the values of a custom body may be; absent: any JSON. Where only strings may be, numbers and truth values are written out. */
  readonly customValues?: 'json' | 'strings'
  /** Absent, as with all that follow: it can't. */
  readonly reactions?: boolean
  /** Who may pin messages for all: any member, or owners and admins alone (between two: both). */
  readonly pins?: 'members' | 'moderators'
  readonly search?: readonly SearchBy[]
  /** Names and pictures of users can be asked for. */
  readonly users?: boolean
  readonly contacts?: boolean
  readonly blocks?: boolean
  readonly presence?: boolean
  readonly groups?: readonly GroupAbility[]
}
