import * as body from './model/bodies.ts'

export { conversationSelector } from './binding/conversationFilter.ts'
export type { ConversationFilter, ConversationPredicate } from './binding/conversationFilter.ts'
export type { ConversationCommands, ConversationState } from './binding/conversationView.ts'
export { forwardedCommands } from './binding/forwardedCommands.ts'
export { holdConnection } from './binding/holdConnection.ts'
export { lastCall } from './binding/lastCall.ts'
export { lastItemsSelector } from './binding/lastItemsSelector.ts'
export { conversationOrNone } from './binding/noConversation.ts'
export type { NoConversation } from './binding/noConversation.ts'
export { nothing, nothingToDo } from './binding/noMessage.ts'
export { onChange } from './binding/onChange.ts'
export { readWhileVisible } from './binding/readWhileVisible.ts'
export type { ReadWhileVisible, WatchElement } from './binding/readWhileVisible.ts'
export { readersOf } from './binding/readersOf.ts'
export type { ReaderList, Readers } from './binding/readersOf.ts'
export type { Chat, ChatOptions } from './chat.ts'
export type { ReceiptOptions } from './model/receiptOptions.ts'
export type { RetryOptions } from './model/retryOptions.ts'
export { body }
export { createChat } from './createChat.ts'
export { observe } from './observe.ts'
export { audio, command, custom, file, image, location, text, urlImage, video } from './model/bodies.ts'
export { emptySequence, sequence } from './collections/sequence.ts'
export type { Sequence, SequenceSource } from './collections/sequence.ts'
export type { ConversationHandle, SendOptions } from './conversationHandle.ts'
export { attachmentOf, withAttachment } from './model/body.ts'
export type {
  Attachment,
  AttachmentBody,
  AudioBody,
  Body,
  BodyType,
  CommandBody,
  CustomBody,
  FileBody,
  FilePath,
  ImageBody,
  LocalFile,
  LocationBody,
  Mentions,
  NoticeBody,
  NoticeEvent,
  TextBody,
  UnknownBody,
  UrlImageBody,
  VideoBody,
} from './model/body.ts'
export type { AttachmentRule, AttachmentRules } from './model/attachmentRules.ts'
export type { Connection } from './model/connection.ts'
export type { Contact, ContactState } from './model/contact.ts'
export type {
  Conversation,
  ConversationAbilities,
  ConversationSettings,
  Draft,
  HistoryState,
  MessageActions,
} from './model/conversation.ts'
export type { Ephemeral } from './model/ephemeral.ts'
export { asChatError, ChatError, chatError, errorCodes, isChatError, isErrorCode } from './model/error.ts'
export type { Effect, ErrorCode, ErrorDetails } from './model/error.ts'
export { conversationKind, conversationName, direct, group, isConversationId, parseConversationId, room } from './model/ids.ts'
export type { ConversationId, ConversationKind, LocalId, MessageId, MessageKey, UserId } from './model/ids.ts'
export type { Json, JsonObject } from './model/json.ts'
export type { Membership, MemberState, Role } from './model/membership.ts'
export type { Authority, Edited, LiveMessage, Message, Recalled, RecalledMessage } from './model/message.ts'
export type { MessageRef } from './model/messageRef.ts'
export type { OutboxItem } from './model/outboxItem.ts'
export type { Outcome } from './model/outcome.ts'
export type { PinnedMessage } from './model/pin.ts'
export type { Position } from './model/position.ts'
export type { Presence } from './model/presence.ts'
export type { Reaction } from './model/reaction.ts'
export type { Readable } from './model/readable.ts'
export type { Page, Reader, ReceiptKind, Receipts } from './model/receipts.ts'
export type { CustomBodies, Ext, Register } from './model/register.ts'
export type { SearchOptions } from './model/searchOptions.ts'
export type { MessageChange, MessageStatus, PendingChange, SendState } from './model/sendState.ts'
export type { TimelineItem } from './model/timelineItem.ts'
export type { ConversationUnread, Unread } from './model/unread.ts'
export type { User } from './model/user.ts'
export type { AttachmentOptions, Uploader } from './protocol/attachmentOptions.ts'
export type { Capabilities, GroupAbility, HistoryInclusion, ReadForms, SearchBy } from './protocol/capabilities.ts'
export type { Clock, TimerHandle } from './protocol/clock.ts'
export type {
  AcceptedFact,
  BlocklistFact,
  ConversationEntry,
  ConversationFact,
  ConversationRemovedFact,
  ContactsFact,
  DeletedFact,
  EditedFact,
  EphemeralFact,
  Fact,
  MembershipFact,
  MessageFact,
  Origin,
  PinnedFact,
  PresenceFact,
  ReactionFact,
  ReadCountFact,
  RecalledFact,
  ReceiptFact,
  ReceiptTarget,
  RefusedFact,
  UpTo,
} from './protocol/fact.ts'
export type { Ack, OutgoingMessage, RemoteMessage } from './protocol/remoteMessage.ts'
export { snapshotOfFacts } from './store/snapshot.ts'
export type { StampedFact } from './protocol/stampedFact.ts'
export type {
  BlockOps,
  ContactOps,
  ConversationPage,
  GroupOps,
  GroupSpec,
  HistoryPage,
  HistoryQuery,
  LinkEvent,
  MembersPage,
  Op,
  PresenceOps,
  ProgressOp,
  ResumeToken,
  SearchPage,
  SearchQuery,
  Transport,
  TransportEvent,
  TransportNotice,
  UploadRequest,
} from './protocol/transport.ts'
