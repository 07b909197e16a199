import { Capabilities, Chat, Connection, Contact, Conversation, ConversationCommands, ConversationFilter, ConversationId, ConversationPredicate, ConversationState, ConversationUnread, Draft, Membership, Message, MessageActions, MessageKey, MessageStatus, Presence, Readable, ReaderList, Readers, Receipts, Sequence, TimelineItem, Unread, User, UserId } from "@parlance/core";
import { ComponentPublicInstance, MaybeRefOrGetter, Plugin, Ref } from "vue";
import { ContactRequests } from "@parlance/core/contacts";
interface ProvideOptions {
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean;
}
/** Gives the components below this one their chat; a getter or ref may change, at log-out and log-in. */
export declare const provideChat: (chat: MaybeRefOrGetter<Chat>, options?: ProvideOptions) => void;
/**
 * The plugin that gives an app its chat.
 * @example
 * createApp(App).use(parlance(chat, { connect: true })).mount('#app')
 */
export declare const parlance: (chat: MaybeRefOrGetter<Chat>, options?: ProvideOptions) => Plugin<[]>;
/** What every composable takes last. */
interface ChatOption {
  /** The chat to use instead of the provided one. */
  readonly chat?: MaybeRefOrGetter<Chat> | undefined;
}
/** The chat that the app or a component above provides, or the one given. Throws where there is neither. */
export declare const useChat: (options?: ChatOption) => Readonly<Ref<Chat>>;
/** Whom I blocked, in the order of their ids. */
export declare const useBlocklist: (options?: ChatOption) => Readonly<Ref<readonly UserId[]>>;
/** What the backend can do. */
export declare const useCapabilities: (options?: ChatOption) => Readonly<Ref<Capabilities>>;
/** The state of the link. */
export declare const useConnection: (options?: ChatOption) => Readonly<Ref<Connection>>;
/** Who asks to know me, and whom I ask; the latest first. */
export declare const useContactRequests: (options?: ChatOption) => Readonly<Ref<ContactRequests>>;
/** Those I know, in the order of their ids. The list is loaded when it is first shown. */
export declare const useContacts: (options?: ChatOption) => Readonly<Ref<readonly Contact[]>>;
/** What composables that show a conversation take last. */
interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined;
}
type Refs<State> = { readonly [Name in keyof State]: Readonly<Ref<State[Name]>>; };
/** What `useConversation` gives: the state as refs, and the commands, which act on the conversation selected when they are called. */
type ConversationView<Id extends ConversationId | undefined = ConversationId> = Refs<{
  readonly id: Id;
} & ConversationState<Id>> & ConversationCommands;
/**
 * All of one conversation, as a plain object of refs and functions: destructure it. Only what is read is subscribed to. The conversation
 * is open while the component is mounted. An `undefined` id gives empty values.
 * @example
 * const { messages, typing, send } = useConversation(() => props.id)
 */
export declare function useConversation(id: MaybeRefOrGetter<ConversationId>, options?: OpenOption): ConversationView;
export declare function useConversation(id: MaybeRefOrGetter<ConversationId | undefined>, options?: OpenOption): ConversationView<ConversationId | undefined>;
/** A filter, a ref of one, or a getter of a filter or predicate: `() => conversation => conversation.pinned > 0`. */
type ConversationFilterSource = ConversationFilter | Readonly<Ref<ConversationFilter | ConversationPredicate>> | (() => ConversationFilter | ConversationPredicate);
/** The conversation list, or what a filter or predicate lets through of it. */
export declare const useConversations: (filter?: ConversationFilterSource, options?: ChatOption) => Readonly<Ref<Sequence<Conversation>>>;
/** What is written in a conversation but not sent. Setting it sets the draft of the conversation that is selected then. */
export declare const useDraft: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Ref<Draft | undefined>;
/** How many have read a message; `undefined` where there is no count. */
export declare const useGroupReadCount: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<number | undefined>>;
/** Calls back for each new message that deserves an alert: a sound, a notification. */
export declare const useIncoming: (callback: (message: Message) => void, options?: ChatOption) => void;
/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export declare const useInvitations: (options?: ChatOption) => Readonly<Ref<readonly Membership[]>>;
/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export declare const useMembers: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Readonly<Ref<readonly Membership[]>>;
/** One message. */
export declare const useMessage: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<Message | undefined>>;
/** What I may do with a message now; changes by itself when a time runs out. */
export declare const useMessageActions: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<MessageActions>>;
interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: MaybeRefOrGetter<number | undefined>;
}
/** The loaded messages of a conversation, which is open while this is mounted. */
export declare const useMessages: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: MessagesOptions) => Readonly<Ref<Sequence<Message>>>;
/** The tick of one of my messages; `undefined` for messages of others. */
export declare const useMessageStatus: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<MessageStatus | undefined>>;
/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export declare const usePresence: (user: MaybeRefOrGetter<UserId | undefined>, options?: ChatOption) => Readonly<Ref<Presence | undefined>>;
/**
 * A Readable, or the one that a getter gives now, as a ref. It subscribes at its first read and until its scope ends; nothing subscribes
 * on a server. Throws outside of a scope.
 */
export declare const useReadable: <T>(source: Readable<T> | (() => Readable<T>)) => Readonly<Ref<T>>;
/** A message's readers as far as they are loaded, and what loads more. */
interface ReadersView {
  readonly items: Readonly<Ref<ReaderList["items"]>>;
  readonly state: Readonly<Ref<ReaderList["state"]>>;
  readonly hasMore: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<ReaderList["error"]>>;
  readonly loadMore: Readers["loadMore"];
}
/** Who has read one of my messages, by name. The first page is asked for at the first read. */
export declare const useReaders: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => ReadersView;
/** A function ref: Vue calls it with the row's element or component, and with `null` when that goes. */
type RowRef = (row: Element | ComponentPublicInstance | null) => void;
/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Give each row the ref of its
 * message.
 * @example
 * const seen = useReadWhileVisible(() => props.id)
 * // <li v-for="{ key } in messages" :key :ref="seen(key)">
 */
export declare const useReadWhileVisible: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => ((key: MessageKey) => RowRef);
/** How far one of my messages has come; `undefined` for messages of others. */
export declare const useReceipts: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<Receipts | undefined>>;
/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export declare const useRepliedTo: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<Message | undefined>>;
/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export declare const useTimeline: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: OpenOption) => Readonly<Ref<Sequence<TimelineItem>>>;
/** The unread of all conversations that aren't silenced. */
export declare const useTotalUnread: (options?: ChatOption) => Readonly<Ref<Unread>>;
/** Who is typing in a conversation. */
export declare const useTyping: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Readonly<Ref<readonly UserId[]>>;
/** The unread of one conversation. */
export declare const useUnread: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Readonly<Ref<ConversationUnread>>;
/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export declare function useUser(id: MaybeRefOrGetter<UserId>, options?: ChatOption): Readonly<Ref<User>>;
export declare function useUser(id: MaybeRefOrGetter<UserId | undefined>, options?: ChatOption): Readonly<Ref<User | undefined>>;
export type { ChatOption, ConversationFilterSource, ConversationView, MessagesOptions, OpenOption, ProvideOptions, ReadersView };