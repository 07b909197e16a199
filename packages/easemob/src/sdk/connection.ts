import type { SdkHandler } from './handler.ts'

/** How the SDK calls the kinds of conversation. */
export type SdkChatType = 'singleChat' | 'groupChat' | 'chatRoom'

/** A message as the SDK takes it: the fields depend on its type. */
export interface SdkOutgoing {
  readonly id: string
  readonly type: string
  readonly chatType: SdkChatType
  readonly to: string
  readonly [field: string]: unknown
}

/**
 * What the adapter uses of the SDK's `connection`, in the names of the SDK (`easemob-websdk` 4 and `agora-chat` 1.4 have the same). What
 * comes back is looked at before it is believed.
 */
export interface SdkConnection {
  /** Set by `open`. */
  readonly user?: unknown
  /** Whether nobody is logged in: the socket may be open before somebody is. */
  readonly logOut?: unknown
  readonly delivery?: unknown
  readonly _queues?: unknown
  readonly _load_msg_cache?: unknown
  readonly token: string
  readonly apiUrl: string
  readonly orgName: string
  readonly appName: string
  open(parameters: { user: string; accessToken: string }): Promise<unknown>
  close(): void
  isOpened(): boolean
  /** Asks whether the link is alive, and opens another if no answer comes. */
  onShow(): void
  addEventHandler(id: string, handler: SdkHandler): void
  removeEventHandler(id: string): void
  renewToken(token: string): Promise<unknown>

  send(message: object): Promise<unknown>
  recallMessage(options: { mid: string; to: string; chatType: SdkChatType }): Promise<unknown>
  modifyMessage(options: { messageId: string; modifiedMessage: object }): Promise<unknown>
  addReaction(options: { messageId: string; reaction: string }): Promise<unknown>
  deleteReaction(options: { messageId: string; reaction: string }): Promise<unknown>
  pinMessage(options: { conversationType: SdkChatType; conversationId: string; messageId: string }): Promise<unknown>
  unpinMessage(options: { conversationType: SdkChatType; conversationId: string; messageId: string }): Promise<unknown>
  getGroupMsgReadUser(options: { msgId: string; groupId: string }): Promise<unknown>
  getHistoryMessages(options: {
    targetId: string
    chatType: SdkChatType
    cursor?: string
    pageSize?: number
    searchDirection?: 'up' | 'down'
    searchOptions?: SdkSearch
  }): Promise<unknown>

  getServerConversations(options: { pageSize?: number; cursor?: string }): Promise<unknown>
  deleteConversation(options: { channel: string; chatType: 'singleChat' | 'groupChat'; deleteRoam: boolean }): Promise<unknown>
  pinConversation(options: { conversationId: string; conversationType: 'singleChat' | 'groupChat'; isPinned: boolean }): Promise<unknown>

  addConversationMark(change: SdkMarkChange): Promise<unknown>
  removeConversationMark(change: SdkMarkChange): Promise<unknown>
  setSilentModeForConversation(options: {
    conversationId: string
    type: string
    options: { paramType: number; remindType?: string }
  }): Promise<unknown>
  clearRemindTypeForConversation(options: { conversationId: string; type: string }): Promise<unknown>
  getSilentModeForConversations(options: { conversationList: { id: string; type: string }[] }): Promise<unknown>
  removeHistoryMessages(options: { targetId: string; chatType: SdkChatType; messageIds: string[] }): Promise<unknown>
  getServerPinnedMessages(options: {
    conversationType: SdkChatType
    conversationId: string
    pageSize: number
    cursor: string
  }): Promise<unknown>

  fetchUserInfoById(users: string[], properties?: never): Promise<unknown>
  getContacts(): Promise<unknown>
  addContact(user: string, message: string): Promise<unknown>
  deleteContact(user: string): Promise<unknown>
  acceptContactInvite(user: string): Promise<unknown>
  declineContactInvite(user: string): Promise<unknown>
  getBlocklist(): Promise<unknown>
  addUsersToBlocklist(options: { name: string | string[] }): Promise<unknown>
  removeUserFromBlocklist(options: { name: string | string[] }): Promise<unknown>
  subscribePresence(options: { usernames: string[]; expiry: number }): Promise<unknown>
  unsubscribePresence(options: { usernames: string[] }): Promise<unknown>
  getPresenceStatus(options: { usernames: string[] }): Promise<unknown>
  publishPresence(options: { description: string }): Promise<unknown>

  createGroup(options: { data: SdkGroup }): Promise<unknown>
  getGroupInfo(options: { groupId: string[] }): Promise<unknown>
  modifyGroup(options: { groupId: string; groupName?: string; avatar?: string }): Promise<unknown>
  destroyGroup(options: { groupId: string }): Promise<unknown>
  inviteUsersToGroup(options: { groupId: string; users: string[] }): Promise<unknown>
  removeGroupMembers(options: { groupId: string; users: string[] }): Promise<unknown>
  muteGroupMember(options: { groupId: string; username: string; muteDuration: number }): Promise<unknown>
  unmuteGroupMember(options: { groupId: string; username: string }): Promise<unknown>
  setGroupAdmin(options: { groupId: string; username: string }): Promise<unknown>
  removeGroupAdmin(options: { groupId: string; username: string }): Promise<unknown>
  changeGroupOwner(options: { groupId: string; newOwner: string }): Promise<unknown>
  getGroupAdmin(options: { groupId: string }): Promise<unknown>
  listGroupMembers(options: { groupId: string; pageNum: number; pageSize: number }): Promise<unknown>
  joinGroup(options: { groupId: string; message: string }): Promise<unknown>
  leaveGroup(options: { groupId: string }): Promise<unknown>
  acceptGroupInvite(options: { groupId: string; invitee: string }): Promise<unknown>
  rejectGroupInvite(options: { groupId: string; invitee: string }): Promise<unknown>
  joinChatRoom(options: { roomId: string }): Promise<unknown>
  leaveChatRoom(options: { roomId: string }): Promise<unknown>
}

/** How the SDK calls the kinds of message that its history is filtered by. */
export type SdkMessageType = 'txt' | 'img' | 'file' | 'audio' | 'video' | 'loc' | 'cmd' | 'custom'

/** What of a history the SDK asks for. */
export interface SdkSearch {
  from?: string
  msgTypes?: SdkMessageType[]
  startTime?: number
  endTime?: number
}

/** A mark of conversations as the SDK puts it there and takes it away. */
export interface SdkMarkChange {
  conversations: { conversationId: string; conversationType: 'singleChat' | 'groupChat' }[]
  mark: number
}

/** A group as the SDK makes it. */
export interface SdkGroup {
  groupname: string
  desc: string
  members: string[]
  public: boolean
  approval: boolean
  allowinvites: boolean
  inviteNeedConfirm: boolean
  maxusers: number
  avatar?: string
}
