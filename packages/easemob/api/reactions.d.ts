import { Capabilities, ConversationEntry, ConversationId, Fact, MessageId, MessageRef, Op, Origin, RemoteMessage, Transport, TransportEvent, UserId } from "@parlance/core";
import { Observable } from "rxjs";
/** The events of the SDK that the adapter listens to; what they carry is looked at before it is believed. */
type SdkEvent = "onConnected" | "onReconnecting" | "onDisconnected" | "onError" | "onTokenWillExpire" | "onTokenExpired" | "onOfflineMessageSyncStart" | "onOfflineMessageSyncFinish" | "onMessage" | "onCmdMessage" | "onDeliveredMessage" | "onReadMessage" | "onChannelMessage" | "onStatisticMessage" | "onRecallMessage" | "onModifiedMessage" | "onReactionChange" | "onMessagePinEvent" | "onMultiDeviceEvent" | "onContactInvited" | "onContactAgreed" | "onContactAdded" | "onContactRefuse" | "onContactDeleted" | "onGroupEvent" | "onChatroomEvent" | "onGroupChange" | "onChatroomChange" | "onPresenceStatusChange";
/** The handler as `addEventHandler` takes it. */
type SdkHandler = { readonly [Event in SdkEvent]?: (payload?: unknown) => void; };
/** How the SDK calls the kinds of conversation. */
type SdkChatType = "singleChat" | "groupChat" | "chatRoom";
/**
 * What the adapter uses of the SDK's `connection`, in the names of the SDK (`easemob-websdk` 4 and `agora-chat` 1.4 have the same). What
 * comes back is looked at before it is believed.
 */
interface SdkConnection {
  /** Set by `open`. */
  readonly user?: unknown;
  /** Whether nobody is logged in: the socket may be open before somebody is. */
  readonly logOut?: unknown;
  readonly delivery?: unknown;
  readonly _queues?: unknown;
  readonly _load_msg_cache?: unknown;
  readonly token: string;
  readonly apiUrl: string;
  readonly orgName: string;
  readonly appName: string;
  open(parameters: {
    user: string;
    accessToken: string;
  }): Promise<unknown>;
  close(): void;
  isOpened(): boolean;
  /** Asks whether the link is alive, and opens another if no answer comes. */
  onShow(): void;
  addEventHandler(id: string, handler: SdkHandler): void;
  removeEventHandler(id: string): void;
  renewToken(token: string): Promise<unknown>;
  send(message: object): Promise<unknown>;
  recallMessage(options: {
    mid: string;
    to: string;
    chatType: SdkChatType;
  }): Promise<unknown>;
  modifyMessage(options: {
    messageId: string;
    modifiedMessage: object;
  }): Promise<unknown>;
  addReaction(options: {
    messageId: string;
    reaction: string;
  }): Promise<unknown>;
  deleteReaction(options: {
    messageId: string;
    reaction: string;
  }): Promise<unknown>;
  pinMessage(options: {
    conversationType: SdkChatType;
    conversationId: string;
    messageId: string;
  }): Promise<unknown>;
  unpinMessage(options: {
    conversationType: SdkChatType;
    conversationId: string;
    messageId: string;
  }): Promise<unknown>;
  getGroupMsgReadUser(options: {
    msgId: string;
    groupId: string;
  }): Promise<unknown>;
  getHistoryMessages(options: {
    targetId: string;
    chatType: SdkChatType;
    cursor?: string;
    pageSize?: number;
    searchDirection?: "up" | "down";
    searchOptions?: SdkSearch;
  }): Promise<unknown>;
  getServerConversations(options: {
    pageSize?: number;
    cursor?: string;
  }): Promise<unknown>;
  deleteConversation(options: {
    channel: string;
    chatType: "singleChat" | "groupChat";
    deleteRoam: boolean;
  }): Promise<unknown>;
  pinConversation(options: {
    conversationId: string;
    conversationType: "singleChat" | "groupChat";
    isPinned: boolean;
  }): Promise<unknown>;
  addConversationMark(change: SdkMarkChange): Promise<unknown>;
  removeConversationMark(change: SdkMarkChange): Promise<unknown>;
  setSilentModeForConversation(options: {
    conversationId: string;
    type: string;
    options: {
      paramType: number;
      remindType?: string;
    };
  }): Promise<unknown>;
  clearRemindTypeForConversation(options: {
    conversationId: string;
    type: string;
  }): Promise<unknown>;
  getSilentModeForConversations(options: {
    conversationList: {
      id: string;
      type: string;
    }[];
  }): Promise<unknown>;
  removeHistoryMessages(options: {
    targetId: string;
    chatType: SdkChatType;
    messageIds: string[];
  }): Promise<unknown>;
  getServerPinnedMessages(options: {
    conversationType: SdkChatType;
    conversationId: string;
    pageSize: number;
    cursor: string;
  }): Promise<unknown>;
  fetchUserInfoById(users: string[], properties?: never): Promise<unknown>;
  getContacts(): Promise<unknown>;
  addContact(user: string, message: string): Promise<unknown>;
  deleteContact(user: string): Promise<unknown>;
  acceptContactInvite(user: string): Promise<unknown>;
  declineContactInvite(user: string): Promise<unknown>;
  getBlocklist(): Promise<unknown>;
  addUsersToBlocklist(options: {
    name: string | string[];
  }): Promise<unknown>;
  removeUserFromBlocklist(options: {
    name: string | string[];
  }): Promise<unknown>;
  subscribePresence(options: {
    usernames: string[];
    expiry: number;
  }): Promise<unknown>;
  unsubscribePresence(options: {
    usernames: string[];
  }): Promise<unknown>;
  getPresenceStatus(options: {
    usernames: string[];
  }): Promise<unknown>;
  publishPresence(options: {
    description: string;
  }): Promise<unknown>;
  createGroup(options: {
    data: SdkGroup;
  }): Promise<unknown>;
  getGroupInfo(options: {
    groupId: string[];
  }): Promise<unknown>;
  modifyGroup(options: {
    groupId: string;
    groupName?: string;
    avatar?: string;
  }): Promise<unknown>;
  destroyGroup(options: {
    groupId: string;
  }): Promise<unknown>;
  inviteUsersToGroup(options: {
    groupId: string;
    users: string[];
  }): Promise<unknown>;
  removeGroupMembers(options: {
    groupId: string;
    users: string[];
  }): Promise<unknown>;
  muteGroupMember(options: {
    groupId: string;
    username: string;
    muteDuration: number;
  }): Promise<unknown>;
  unmuteGroupMember(options: {
    groupId: string;
    username: string;
  }): Promise<unknown>;
  setGroupAdmin(options: {
    groupId: string;
    username: string;
  }): Promise<unknown>;
  removeGroupAdmin(options: {
    groupId: string;
    username: string;
  }): Promise<unknown>;
  changeGroupOwner(options: {
    groupId: string;
    newOwner: string;
  }): Promise<unknown>;
  getGroupAdmin(options: {
    groupId: string;
  }): Promise<unknown>;
  listGroupMembers(options: {
    groupId: string;
    pageNum: number;
    pageSize: number;
  }): Promise<unknown>;
  joinGroup(options: {
    groupId: string;
    message: string;
  }): Promise<unknown>;
  leaveGroup(options: {
    groupId: string;
  }): Promise<unknown>;
  acceptGroupInvite(options: {
    groupId: string;
    invitee: string;
  }): Promise<unknown>;
  rejectGroupInvite(options: {
    groupId: string;
    invitee: string;
  }): Promise<unknown>;
  joinChatRoom(options: {
    roomId: string;
  }): Promise<unknown>;
  leaveChatRoom(options: {
    roomId: string;
  }): Promise<unknown>;
}
/** How the SDK calls the kinds of message that its history is filtered by. */
type SdkMessageType = "txt" | "img" | "file" | "audio" | "video" | "loc" | "cmd" | "custom";
/** What of a history the SDK asks for. */
interface SdkSearch {
  from?: string;
  msgTypes?: SdkMessageType[];
  startTime?: number;
  endTime?: number;
}
/** A mark of conversations as the SDK puts it there and takes it away. */
interface SdkMarkChange {
  conversations: {
    conversationId: string;
    conversationType: "singleChat" | "groupChat";
  }[];
  mark: number;
}
/** A group as the SDK makes it. */
interface SdkGroup {
  groupname: string;
  desc: string;
  members: string[];
  public: boolean;
  approval: boolean;
  allowinvites: boolean;
  inviteNeedConfirm: boolean;
  maxusers: number;
  avatar?: string;
}
/** What is remembered of a message: what later events leave out. */
interface KnownMessage {
  readonly conversation: ConversationId;
  readonly from: UserId;
  /** Asks for a read count. */
  readonly asks: boolean;
  /** Came as it happened, not in a page. */
  came: boolean;
  /** What its sender was told of it. */
  delivered: boolean;
  read: boolean;
}
type Learnt = Pick<RemoteMessage, "id" | "localId" | "conversation" | "from" | "wantsReadCount">;
interface KnownMessages {
  /** What is remembered of it, if it has an id. */
  learn(message: Learnt): KnownMessage | undefined;
  find(id: MessageId | undefined): KnownMessage | undefined;
  /** The backend's name of a message that is called by another. */
  idOf(ref: MessageRef): MessageId | undefined;
  /** Those of a conversation, as they came. */
  in(conversation: ConversationId): ReadonlyMap<MessageId, KnownMessage>;
  /** The kind of group or room that a name was met as. */
  kindOf(name: string): SdkChatType | undefined;
  meet(conversation: ConversationId): void;
}
/** A connection that is up, and when it no longer is. */
interface Up {
  readonly connection: SdkConnection;
  readonly gone: AbortSignal;
}
/** One link at a time over the SDK's connection, which reconnects by itself. */
interface Link {
  readonly connect: () => Observable<TransportEvent>;
  /** Throws `offline` while there is none. */
  readonly up: () => Up;
  readonly tell: (event: TransportEvent) => void;
  /** Runs what may throw at something that came: then it couldn't be read. */
  readonly attempt: (run: () => void, original: unknown, event?: string) => void;
  /** Asks for a fresh token, once for all who ask meanwhile. */
  readonly renew: () => Promise<void>;
}
/** What the translations of events work with. */
interface EventContext {
  readonly self: UserId;
  readonly known: KnownMessages;
  /** How what comes now comes: as it happens, or because it waited for this device. */
  readonly origin: () => Origin;
  readonly tell: (...facts: readonly Fact[]) => void;
  readonly link: Link;
}
/** What was asked for: some numbers mean one thing for a message that is sent and another elsewhere. */
type Asked = "send" | "recall" | "other";
/** Runs one of the SDK's calls: settles in any case, and rejects with a `ChatError`. */
type Ask = <T>(run: (connection: SdkConnection) => Promise<T>, op?: Op, asked?: Asked) => Promise<T>;
/** What the commands of the transport work with. */
interface RequestContext {
  readonly self: UserId;
  readonly known: KnownMessages;
  readonly link: Link;
  readonly ask: Ask;
  readonly maxMessageBytes: number;
}
/** Something the SDK gave that is an object: what its fields hold isn't known before it was looked at. */
interface Raw {
  readonly [field: string]: unknown;
}
/** What a part of the adapter works with. */
interface PartContext extends RequestContext, EventContext {}
/** A transport as the adapter makes it, with or without parts. */
type EasemobTransport = Transport & Required<Pick<Transport, "conversations" | "setConversation">>;
/** What a part brings: to what was there before, be it the adapter itself or another part. */
interface Part {
  /** What it listens to. An event that was listened to before it has to hand on. */
  readonly handler?: (before: SdkHandler) => SdkHandler;
  /** What can be done with it. */
  readonly commands?: (before: EasemobTransport) => Partial<EasemobTransport>;
  /** What the transport says that it can do with it. */
  readonly capabilities: (before: Capabilities) => Partial<Capabilities>;
  /** What it reads in a message besides. */
  readonly besides?: (raw: Raw, target: {
    readonly id: string;
    readonly conversation: ConversationId;
  }, origin: Origin) => readonly Fact[];
  /** What it reads in a line of the conversation list besides. */
  readonly listed?: (raw: Raw) => Partial<ConversationEntry>;
  /** Takes a message that is its own, or says that it isn't. */
  readonly takes?: (message: Raw, origin: Origin) => boolean;
}
/** A part of the adapter, for `easemob({ parts: [people, groups] })`: what isn't imported isn't in the bundle. */
type EasemobPart = (context: PartContext) => Part;
/**
 * Reactions to messages, and messages that are pinned for all.
 * @example
 * import { reactions } from '@parlance/easemob/reactions'
 * const transport = easemob({ connection, user: 'alice', parts: [reactions] })
 */
export declare const reactions: EasemobPart;
export {};