import { Capabilities, Chat, Connection, Contact, Conversation, ConversationCommands, ConversationFilter, ConversationHandle, ConversationId, ConversationPredicate, ConversationState, ConversationUnread, Draft, Membership, Message, MessageActions, MessageKey, MessageStatus, Presence, ReadWhileVisible, Readable, ReaderList, Readers, Receipts, Sequence, TimelineItem, Unread, User, UserId } from "@parlance/core";
import { ReactNode } from "react";
import { ContactRequests } from "@parlance/core/contacts";
interface ChatProviderProps {
  readonly chat: Chat;
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean;
  readonly children?: ReactNode;
}
/**
 * Gives the tree below its chat.
 * @example
 * <ChatProvider chat={chat} connect>
 *   <App />
 * </ChatProvider>
 */
export declare const ChatProvider: ({ chat, connect, children }: ChatProviderProps) => ReactNode;
/** What `useConversation` gives: the state it holds, read by name, and the commands. */
type ConversationView<Id extends ConversationId | undefined = ConversationId> = {
  readonly id: Id;
} & ConversationState<Id> & ConversationCommands;
/** What every hook takes last. */
interface ChatOption {
  /** The chat to use instead of the provider's. */
  readonly chat?: Chat | undefined;
}
/** The chat of the nearest `ChatProvider`, or the one given. Throws where there is neither. */
export declare const useChat: (options?: ChatOption) => Chat;
/** Whom I blocked, in the order of their ids. */
export declare const useBlocklist: (options?: ChatOption) => readonly UserId[];
/** What the backend can do. */
export declare const useCapabilities: (options?: ChatOption) => Capabilities;
/** The state of the link. */
export declare const useConnection: (options?: ChatOption) => Connection;
/** Who asks to know me, and whom I ask; the latest first. */
export declare const useContactRequests: (options?: ChatOption) => ContactRequests;
/** Those I know, in the order of their ids. The list is loaded when it is first shown. */
export declare const useContacts: (options?: ChatOption) => readonly Contact[];
/** What hooks that show a conversation take last. */
interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined;
}
/**
 * All of one conversation. Renders again when something changes that was read of the view, and the view is then a new object; commands
 * stay the same functions. The conversation is open while this is mounted. An `undefined` id gives empty values.
 * @example
 * const talk = useConversation(id)
 * return <List items={talk.messages} onEnd={talk.loadOlder} />
 */
export declare function useConversation(id: ConversationId, options?: OpenOption): ConversationView;
export declare function useConversation(id: ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined>;
/** The conversation list, or what a filter or predicate lets through of it. Both may be written in place. */
export declare const useConversations: (filter?: ConversationFilter | ConversationPredicate, options?: ChatOption) => Sequence<Conversation>;
/** What is written in a conversation but not sent, and the function that sets it, for that conversation whatever is selected later. */
export declare const useDraft: (id: ConversationId | undefined, options?: ChatOption) => readonly [draft: Draft | undefined, setDraft: ConversationHandle["setDraft"]];
/** How many have read a message; `undefined` where there is no count. */
export declare const useGroupReadCount: (key: MessageKey | undefined, options?: ChatOption) => number | undefined;
/** Calls back, always the latest callback, for each new message that deserves an alert: a sound, a notification. */
export declare const useIncoming: (callback: (message: Message) => void, options?: ChatOption) => void;
/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export declare const useInvitations: (options?: ChatOption) => readonly Membership[];
/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export declare const useMembers: (id: ConversationId | undefined, options?: ChatOption) => readonly Membership[];
/** One message. */
export declare const useMessage: (key: MessageKey | undefined, options?: ChatOption) => Message | undefined;
/** What I may do with a message now; changes by itself when a time runs out. */
export declare const useMessageActions: (key: MessageKey | undefined, options?: ChatOption) => MessageActions;
interface MessagesOptions extends OpenOption {
  /** Only so many, the newest. */
  readonly last?: number | undefined;
}
/** The loaded messages of a conversation, which is open while this is mounted. */
export declare const useMessages: (id: ConversationId | undefined, options?: MessagesOptions) => Sequence<Message>;
/** The tick of one of my messages; `undefined` for messages of others. */
export declare const useMessageStatus: (key: MessageKey | undefined, options?: ChatOption) => MessageStatus | undefined;
/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export declare const usePresence: (user: UserId | undefined, options?: ChatOption) => Presence | undefined;
/** The value of a Readable; renders again whenever it changes. Never suspends; nothing subscribes on a server. */
export declare const useReadable: <T>(readable: Readable<T>) => T;
/** A message's readers as far as they are loaded, and what loads more. */
interface ReadersView extends ReaderList {
  readonly loadMore: Readers["loadMore"];
}
/** Who has read one of my messages, by name. The first page is asked for after mounting. */
export declare const useReaders: (key: MessageKey | undefined, options?: ChatOption) => ReadersView;
/**
 * Marks a conversation read up to the newest message in sight, while the page is visible and has the focus. Give each row the ref of its
 * message.
 * @example
 * const seen = useReadWhileVisible(id)
 * return messages.map(({ key }) => <Row key={key} ref={seen(key)} />)
 */
export declare const useReadWhileVisible: (id: ConversationId | undefined, options?: ChatOption) => ReadWhileVisible;
/** How far one of my messages has come; `undefined` for messages of others. */
export declare const useReceipts: (key: MessageKey | undefined, options?: ChatOption) => Receipts | undefined;
/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export declare const useRepliedTo: (key: MessageKey | undefined, options?: ChatOption) => Message | undefined;
/** The rows of a conversation: messages, date dividers, gaps and the unread marker. The conversation is open while this is mounted. */
export declare const useTimeline: (id: ConversationId | undefined, options?: OpenOption) => Sequence<TimelineItem>;
/** The unread of all conversations that aren't silenced. */
export declare const useTotalUnread: (options?: ChatOption) => Unread;
/** Who is typing in a conversation. */
export declare const useTyping: (id: ConversationId | undefined, options?: ChatOption) => readonly UserId[];
/** The unread of one conversation. */
export declare const useUnread: (id: ConversationId | undefined, options?: ChatOption) => ConversationUnread;
/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export declare function useUser(id: UserId, options?: ChatOption): User;
export declare function useUser(id: UserId | undefined, options?: ChatOption): User | undefined;
export type { ChatOption, ChatProviderProps, ConversationView, MessagesOptions, OpenOption, ReadersView };