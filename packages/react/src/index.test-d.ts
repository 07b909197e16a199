import type {
  Chat,
  Contact,
  Conversation,
  ConversationId,
  Draft,
  Membership,
  Message,
  MessageKey,
  MessageStatus,
  Outcome,
  Presence,
  Readable,
  Receipts,
  Sequence,
  TimelineItem,
  User,
  UserId,
} from '@parlance/core'
import type { ContactRequests } from '@parlance/core/contacts'
import { expectTypeOf } from 'vitest'
import type { ConversationView } from './index.ts'
import {
  useBlocklist,
  useChat,
  useContactRequests,
  useContacts,
  useConversation,
  useConversations,
  useDraft,
  useIncoming,
  useInvitations,
  useMembers,
  useMessage,
  useMessages,
  useMessageStatus,
  usePresence,
  useReadable,
  useReaders,
  useReceipts,
  useTimeline,
  useUser,
} from './index.ts'

declare const chat: Chat
declare const id: ConversationId
declare const maybe: ConversationId | undefined
declare const key: MessageKey | undefined
declare const user: UserId | undefined

export const change = (talk: ConversationView): void => {
  // @ts-expect-error -- state is read only: commands change it
  talk.draft = { text: 'no' }
}

export const useAll = (): void => {
  // A conversation that is there has its info; one that may be missing may not.
  expectTypeOf(useConversation(id).info).toEqualTypeOf<Conversation>()
  expectTypeOf(useConversation(id).id).toEqualTypeOf<ConversationId>()
  expectTypeOf(useConversation(maybe).info).toEqualTypeOf<Conversation | undefined>()
  expectTypeOf(useConversation(maybe).id).toEqualTypeOf<ConversationId | undefined>()
  expectTypeOf(useConversation(id)).toEqualTypeOf<ConversationView>()
  expectTypeOf(useConversation(maybe)).toEqualTypeOf<ConversationView<ConversationId | undefined>>()
  expectTypeOf(useConversation(id)).toExtend<ConversationView<ConversationId | undefined>>()
  expectTypeOf(useConversation(id, { open: false, chat }).messages).toEqualTypeOf<Sequence<Message>>()
  expectTypeOf(useConversation(id).send('hello')).toEqualTypeOf<MessageKey>()
  expectTypeOf(useConversation(id).markRead()).toEqualTypeOf<Promise<Outcome>>()
  // @ts-expect-error -- any string is no conversation: direct(), group(), room() or parseConversationId make one
  useConversation('alice')

  expectTypeOf(useReadable({} as Readable<number>)).toEqualTypeOf<number>()
  expectTypeOf(useChat()).toEqualTypeOf<Chat>()
  expectTypeOf(useConversations()).toEqualTypeOf<Sequence<Conversation>>()
  useConversations({ kind: 'group', unreadOnly: true, archived: false, search: 'te' }, { chat })
  useConversations(({ pinned }) => pinned > 0)
  // @ts-expect-error -- there is no such kind
  useConversations({ kind: 'channel' })
  expectTypeOf(useMessages(maybe, { last: 3 })).toEqualTypeOf<Sequence<Message>>()
  expectTypeOf(useTimeline(maybe)).toEqualTypeOf<Sequence<TimelineItem>>()
  expectTypeOf(useMessage(key)).toEqualTypeOf<Message | undefined>()
  expectTypeOf(useMessageStatus(key)).toEqualTypeOf<MessageStatus | undefined>()
  expectTypeOf(useReceipts(key)).toEqualTypeOf<Receipts | undefined>()
  expectTypeOf(useReaders(key).loadMore()).toEqualTypeOf<Promise<Outcome>>()
  const [draft, setDraft] = useDraft(id)
  expectTypeOf(draft).toEqualTypeOf<Draft | undefined>()
  expectTypeOf(setDraft).toEqualTypeOf<(draft: Draft | undefined) => void>()
  expectTypeOf(useUser('bob')).toEqualTypeOf<User>()
  expectTypeOf(useUser(user)).toEqualTypeOf<User | undefined>()
  expectTypeOf(useContacts()).toEqualTypeOf<readonly Contact[]>()
  expectTypeOf(useContactRequests({ chat })).toEqualTypeOf<ContactRequests>()
  expectTypeOf(useBlocklist()).toEqualTypeOf<readonly UserId[]>()
  expectTypeOf(usePresence(user)).toEqualTypeOf<Presence | undefined>()
  expectTypeOf(useMembers(maybe)).toEqualTypeOf<readonly Membership[]>()
  expectTypeOf(useInvitations()).toEqualTypeOf<readonly Membership[]>()
  useIncoming(message => expectTypeOf(message).toEqualTypeOf<Message>())
}
