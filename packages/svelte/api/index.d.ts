import { Capabilities, Chat, Connection, Contact, Conversation, ConversationCommands, ConversationFilter, ConversationId, ConversationPredicate, ConversationState, ConversationUnread, Draft, Membership, Message, MessageActions, MessageKey, MessageStatus, Presence, ReadWhileVisible, Readable, ReaderList, Readers, Receipts, Sequence, TimelineItem, Unread, User, UserId } from "@parlance/core";
import { ContactRequests } from "@parlance/core/contacts";
/** A value that is read as `.current`, reactively. Don't destructure it, except through `$derived`. */
interface Current<T> {
  readonly current: T;
}
/**
 * The value of the Readable that a getter gives now. It is subscribed to while an effect or template reads it; nothing subscribes on a
 * server.
 * @example
 * const connection = fromReadable(() => chat.connection)
 */
export declare const fromReadable: <T>(source: () => Readable<T>) => Current<T>;
interface SetChatOptions {
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean;
}
/**
 * Gives this component and those below it their chat, which may change, at log-out and log-in.
 * @example
 * setChat(() => chat, { connect: true })
 */
export declare const setChat: (chat: () => Chat, options?: SetChatOptions) => void;
/** What every hook takes last. */
interface ChatOption {
  /** The chat to use instead of the one that was set. */
  readonly chat?: (() => Chat) | undefined;
}
/** The chat that a component above has set, or the one given. Throws where there is neither. */
export declare const useChat: (options?: ChatOption) => Current<Chat>;
/** Whom I blocked, in the order of their ids. */
export declare const useBlocklist: (options?: ChatOption) => Current<readonly UserId[]>;
/** What the backend can do. */
export declare const useCapabilities: (options?: ChatOption) => Current<Capabilities>;
/** The state of the link. */
export declare const useConnection: (options?: ChatOption) => Current<Connection>;
/** Who asks to know me, and whom I ask; the latest first. */
export declare const useContactRequests: (options?: ChatOption) => Current<ContactRequests>;
/** Those I know, in the order of their ids. The list is loaded when it is first shown. */
export declare const useContacts: (options?: ChatOption) => Current<readonly Contact[]>;
/** What hooks that show a conversation take last. */
interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined;
}
/** What `useConversation` gives: the state as getters, and the commands, which act on the conversation selected when they are called. */
type ConversationView<Id extends ConversationId | undefined = ConversationId> = {
  readonly id: Id;
} & ConversationState<Id> & ConversationCommands;
/**
 * All of one conversation, as an object of getters: read `talk.messages`, or destructure through `$derived`. Only what is read is
 * subscribed to. The conversation is open while the component is mounted. An `undefined` id gives empty values.
 * @example
 * const talk = useConversation(() => id)
 */
export declare function useConversation(id: () => ConversationId, options?: OpenOption): ConversationView;
export declare function useConversation(id: () => ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined>;
/** A filter, or a getter of a filter or predicate: `() => conversation => conversation.pinned > 0`. */
type ConversationFilterSource = ConversationFilter | (() => ConversationFilter | ConversationPredicate);
/** The conversation list, or what a filter or predicate lets through of it. */
export declare const useConversations: (filter?: ConversationFilterSource, options?: ChatOption) => Current<Sequence<Conversation>>;
/** What is written in a conversation but not sent. Setting `current` sets the draft of the conversation that is selected then. */
export declare const useDraft: (id: () => ConversationId | undefined, options?: ChatOption) => {
  current: Draft | undefined;
};
/** How many have read a message; `undefined` where there is no count. */
export declare const useGroupReadCount: (key: () => MessageKey | undefined, options?: ChatOption) => Current<number | undefined>;
/** Calls back for each new message that deserves an alert: a sound, a notification. */
export declare const useIncoming: (callback: (message: Message) => void, options?: ChatOption) => void;
/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export declare const useInvitations: (options?: ChatOption) => Current<readonly Membership[]>;
/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export declare const useMembers: (id: () => ConversationId | undefined, options?: ChatOption) => Current<readonly Membership[]>;
/** One message. */
export declare const useMessage: (key: () => MessageKey | undefined, options?: ChatOption) => Current<Message | undefined>;
/** What I may do with a message now; changes by itself when a time runs out. */
export declare const useMessageActions: (key: () => MessageKey | undefined, options?: ChatOption) => Current<MessageActions>;
interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: number | (() => number | undefined) | undefined;
}
/** The loaded messages of a conversation, which is open while this is mounted. */
export declare const useMessages: (id: () => ConversationId | undefined, options?: MessagesOptions) => Current<Sequence<Message>>;
/** The tick of one of my messages; `undefined` for messages of others. */
export declare const useMessageStatus: (key: () => MessageKey | undefined, options?: ChatOption) => Current<MessageStatus | undefined>;
/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export declare const usePresence: (user: () => UserId | undefined, options?: ChatOption) => Current<Presence | undefined>;
/** A message's readers as far as they are loaded, as getters, and what loads more. */
interface ReadersView extends ReaderList {
  readonly loadMore: Readers["loadMore"];
}
/** Who has read one of my messages, by name. The first page is asked for at the first read. */
export declare const useReaders: (key: () => MessageKey | undefined, options?: ChatOption) => ReadersView;
/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Attach to each row what
 * watches its message.
 * @example
 * const seen = useReadWhileVisible(() => id)
 * // {#each talk.messages as { key } (key)}<li {@attach seen(key)}>…</li>{/each}
 */
export declare const useReadWhileVisible: (id: () => ConversationId | undefined, options?: ChatOption) => ReadWhileVisible;
/** How far one of my messages has come; `undefined` for messages of others. */
export declare const useReceipts: (key: () => MessageKey | undefined, options?: ChatOption) => Current<Receipts | undefined>;
/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export declare const useRepliedTo: (key: () => MessageKey | undefined, options?: ChatOption) => Current<Message | undefined>;
/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export declare const useTimeline: (id: () => ConversationId | undefined, options?: OpenOption) => Current<Sequence<TimelineItem>>;
/** The unread of all conversations that aren't silenced. */
export declare const useTotalUnread: (options?: ChatOption) => Current<Unread>;
/** Who is typing in a conversation. */
export declare const useTyping: (id: () => ConversationId | undefined, options?: ChatOption) => Current<readonly UserId[]>;
/** The unread of one conversation. */
export declare const useUnread: (id: () => ConversationId | undefined, options?: ChatOption) => Current<ConversationUnread>;
/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export declare function useUser(id: () => UserId, options?: ChatOption): Current<User>;
export declare function useUser(id: () => UserId | undefined, options?: ChatOption): Current<User | undefined>;
export type { ChatOption, ConversationFilterSource, ConversationView, Current, MessagesOptions, OpenOption, ReadersView, SetChatOptions };