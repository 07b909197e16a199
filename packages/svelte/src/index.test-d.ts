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
  Reader,
  Sequence,
  TimelineItem,
  User,
  UserId,
} from '@parlance/core'
import type { ContactRequests } from '@parlance/core/contacts'
import { expectTypeOf } from 'vitest'
import type { ConversationView, Current } from './index.ts'
import {
  fromReadable,
  setChat,
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
  useReaders,
  useTimeline,
  useUser,
} from './index.ts'

declare const chat: Chat
declare const id: ConversationId
declare const maybe: ConversationId | undefined
declare const key: MessageKey | undefined
declare const user: UserId | undefined

setChat(() => chat, { connect: true })

// A conversation that is there has its info; one that may be missing may not.
expectTypeOf(useConversation(() => id).info).toEqualTypeOf<Conversation>()
expectTypeOf(useConversation(() => id).id).toEqualTypeOf<ConversationId>()
expectTypeOf(useConversation(() => maybe).info).toEqualTypeOf<Conversation | undefined>()
expectTypeOf(useConversation(() => maybe).id).toEqualTypeOf<ConversationId | undefined>()
expectTypeOf(useConversation(() => id)).toEqualTypeOf<ConversationView>()
expectTypeOf(useConversation(() => id, { open: false, chat: () => chat }).messages).toEqualTypeOf<Sequence<Message>>()
expectTypeOf(useConversation(() => id).send('hello')).toEqualTypeOf<MessageKey>()
expectTypeOf(useConversation(() => id).markRead()).toEqualTypeOf<Promise<Outcome>>()
// @ts-expect-error -- a getter, so that another id is seen
useConversation(id)
// @ts-expect-error -- any string is no conversation: direct(), group(), room() or parseConversationId make one
useConversation(() => 'alice')
// @ts-expect-error -- state is read only: commands change it
useConversation(() => id).draft = { text: 'no' }

expectTypeOf(fromReadable(() => ({}) as Readable<number>)).toEqualTypeOf<Current<number>>()
expectTypeOf(useChat()).toEqualTypeOf<Current<Chat>>()
expectTypeOf(useConversations()).toEqualTypeOf<Current<Sequence<Conversation>>>()
useConversations({ kind: 'group', unreadOnly: true, archived: false, search: 'te' }, { chat: () => chat })
useConversations(() => ({ search: 'te' }))
useConversations(
  () =>
    ({ pinned }) =>
      pinned > 0,
)
// @ts-expect-error -- a function is a getter here: () => predicate
useConversations(({ pinned }: Conversation) => pinned > 0)
// @ts-expect-error -- there is no such kind
useConversations({ kind: 'channel' })
expectTypeOf(useMessages(() => maybe, { last: 3 })).toEqualTypeOf<Current<Sequence<Message>>>()
expectTypeOf(useTimeline(() => maybe)).toEqualTypeOf<Current<Sequence<TimelineItem>>>()
expectTypeOf(useMessage(() => key)).toEqualTypeOf<Current<Message | undefined>>()
expectTypeOf(useMessageStatus(() => key)).toEqualTypeOf<Current<MessageStatus | undefined>>()
expectTypeOf(useReaders(() => key).items).toEqualTypeOf<readonly Reader[]>()
expectTypeOf(useReaders(() => key).loadMore()).toEqualTypeOf<Promise<Outcome>>()
expectTypeOf(useDraft(() => id)).toEqualTypeOf<{ current: Draft | undefined }>()
expectTypeOf(useUser(() => 'bob')).toEqualTypeOf<Current<User>>()
expectTypeOf(useUser(() => user)).toEqualTypeOf<Current<User | undefined>>()
expectTypeOf(useContacts()).toEqualTypeOf<Current<readonly Contact[]>>()
expectTypeOf(useContactRequests({ chat: () => chat })).toEqualTypeOf<Current<ContactRequests>>()
expectTypeOf(useBlocklist()).toEqualTypeOf<Current<readonly UserId[]>>()
expectTypeOf(usePresence(() => user)).toEqualTypeOf<Current<Presence | undefined>>()
expectTypeOf(useMembers(() => maybe)).toEqualTypeOf<Current<readonly Membership[]>>()
expectTypeOf(useInvitations()).toEqualTypeOf<Current<readonly Membership[]>>()
useIncoming(message => expectTypeOf(message).toEqualTypeOf<Message>())
