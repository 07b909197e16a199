import type {
  Capabilities,
  Chat,
  ChatError,
  Connection,
  Contact,
  Conversation,
  ConversationCommands,
  ConversationFilter,
  ConversationId,
  ConversationPredicate,
  ConversationState,
  ConversationUnread,
  Draft,
  Membership,
  Message,
  MessageActions,
  MessageKey,
  MessageStatus,
  Presence,
  Readable,
  ReaderList,
  Readers,
  Receipts,
  Sequence,
  TimelineItem,
  Unread,
  User,
  UserId,
} from '@parlance/core'
import type { ContactRequests } from '@parlance/core/contacts'
import type { DownloadState, FileDownload, StagedAttachment, StagedAttachments } from '@parlance/core/attachments'

interface ChatOption {
  readonly chat?: () => Chat
}

interface OpenOption extends ChatOption {
  readonly open?: boolean
}

type Id = () => ConversationId | undefined
type Key = () => MessageKey | undefined

/** A conversation as a component sees it now. */
export type Talk = { readonly id: ConversationId | undefined } & ConversationState<ConversationId | undefined> & ConversationCommands

/** A binding's hooks in one shape for all frameworks: arguments that may change are getters, and what comes back is read by calling it. */
export interface Hooks {
  /** The framework's own: runs once, after the component was mounted. */
  readonly onMounted: (run: () => undefined) => void
  readonly useChat: (options?: ChatOption) => () => Chat
  readonly useReadable: <T>(source: () => Readable<T>) => () => T
  readonly useConversation: (id: Id, options?: OpenOption) => () => Talk
  readonly useConnection: (options?: ChatOption) => () => Connection
  readonly useCapabilities: (options?: ChatOption) => () => Capabilities
  readonly useConversations: (
    filter: () => ConversationFilter | ConversationPredicate,
    options?: ChatOption,
  ) => () => Sequence<Conversation>
  readonly useMessages: (id: Id, options?: OpenOption & { readonly last?: () => number | undefined }) => () => Sequence<Message>
  readonly useTimeline: (id: Id, options?: OpenOption) => () => Sequence<TimelineItem>
  readonly useMessage: (key: Key, options?: ChatOption) => () => Message | undefined
  readonly useMessageStatus: (key: Key, options?: ChatOption) => () => MessageStatus | undefined
  readonly useMessageActions: (key: Key, options?: ChatOption) => () => MessageActions
  readonly useReceipts: (key: Key, options?: ChatOption) => () => Receipts | undefined
  readonly useGroupReadCount: (key: Key, options?: ChatOption) => () => number | undefined
  readonly useReaders: (key: Key, options?: ChatOption) => () => ReaderList & Pick<Readers, 'loadMore'>
  readonly useRepliedTo: (key: Key, options?: ChatOption) => () => Message | undefined
  readonly useUnread: (id: Id, options?: ChatOption) => () => ConversationUnread
  readonly useTotalUnread: (options?: ChatOption) => () => Unread
  readonly useTyping: (id: Id, options?: ChatOption) => () => readonly UserId[]
  readonly useDraft: (id: Id, options?: ChatOption) => () => DraftCell
  readonly useUser: (id: () => UserId | undefined, options?: ChatOption) => () => User | undefined
  readonly useContacts: (options?: ChatOption) => () => readonly Contact[]
  readonly useContactRequests: (options?: ChatOption) => () => ContactRequests
  readonly useBlocklist: (options?: ChatOption) => () => readonly UserId[]
  readonly usePresence: (user: () => UserId | undefined, options?: ChatOption) => () => Presence | undefined
  readonly useMembers: (id: Id, options?: ChatOption) => () => readonly Membership[]
  readonly useInvitations: (options?: ChatOption) => () => readonly Membership[]
  readonly useIncoming: (callback: (message: Message) => void, options?: ChatOption) => void
  readonly useAttachments: (id: Id, options?: ChatOption) => () => AttachmentsCell
  readonly useDownload: (key: Key, options?: ChatOption & { readonly eager?: boolean }) => () => DownloadCell
}

/** Staged files as a component sees them now. */
export interface AttachmentsCell extends Omit<StagedAttachments, 'items'> {
  readonly items: readonly StagedAttachment[]
}

/** A message's file as a component sees it now. */
export interface DownloadCell extends Pick<FileDownload, 'start' | 'cancel'> {
  readonly state: DownloadState['state']
  readonly progress?: number | undefined
  readonly url?: string | undefined
  readonly error?: ChatError | undefined
}

/** A draft as a component holds it now: in React the setter belongs to the conversation of that render. */
export interface DraftCell {
  readonly draft: Draft | undefined
  readonly setDraft: (draft: Draft | undefined) => void
}
