import { Capabilities, Chat, Connection, Conversation, ConversationCommands, ConversationFilter, ConversationId, ConversationPredicate, ConversationState, ConversationUnread, Draft, Message, MessageActions, MessageKey, MessageStatus, Readable, ReaderList, Readers, Receipts, Sequence, TimelineItem, Unread, UserId } from "@parlance/core";
import { MaybeRefOrGetter, Plugin, Ref } from "vue";
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
/** What the backend can do. */
export declare const useCapabilities: (options?: ChatOption) => Readonly<Ref<Capabilities>>;
/** The state of the link. */
export declare const useConnection: (options?: ChatOption) => Readonly<Ref<Connection>>;
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
/** How far one of my messages has come; `undefined` for messages of others. */
export declare const useReceipts: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: ChatOption) => Readonly<Ref<Receipts | undefined>>;
/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export declare const useTimeline: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: OpenOption) => Readonly<Ref<Sequence<TimelineItem>>>;
/** The unread of all conversations that aren't silenced. */
export declare const useTotalUnread: (options?: ChatOption) => Readonly<Ref<Unread>>;
/** Who is typing in a conversation. */
export declare const useTyping: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Readonly<Ref<readonly UserId[]>>;
/** The unread of one conversation. */
export declare const useUnread: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => Readonly<Ref<ConversationUnread>>;
export type { ChatOption, ConversationFilterSource, ConversationView, MessagesOptions, OpenOption, ProvideOptions, ReadersView };