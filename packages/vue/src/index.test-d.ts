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
import type { Ref } from 'vue'
import { createApp, ref } from 'vue'
import type { ConversationView } from './index.ts'
import {
  parlance,
  provideChat,
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
  useTimeline,
  useUser,
} from './index.ts'

declare const chat: Chat
declare const id: ConversationId
declare const maybe: Ref<ConversationId | undefined>
declare const key: MessageKey | undefined
declare const user: UserId | undefined

createApp({}).use(parlance(chat, { connect: true }))
provideChat(() => chat, { connect: true })

// A conversation that is there has its info; one that may be missing may not.
expectTypeOf(useConversation(() => id).info).toEqualTypeOf<Readonly<Ref<Conversation>>>()
expectTypeOf(useConversation(id).id).toEqualTypeOf<Readonly<Ref<ConversationId>>>()
expectTypeOf(useConversation(maybe).info).toEqualTypeOf<Readonly<Ref<Conversation | undefined>>>()
expectTypeOf(useConversation(() => maybe.value).id).toEqualTypeOf<Readonly<Ref<ConversationId | undefined>>>()
expectTypeOf(useConversation(() => id)).toEqualTypeOf<ConversationView>()
expectTypeOf(useConversation(id, { open: false, chat: () => chat }).messages).toEqualTypeOf<Readonly<Ref<Sequence<Message>>>>()
expectTypeOf(useConversation(id).send('hello')).toEqualTypeOf<MessageKey>()
expectTypeOf(useConversation(id).markRead()).toEqualTypeOf<Promise<Outcome>>()
// @ts-expect-error -- any string is no conversation: direct(), group(), room() or parseConversationId make one
useConversation('alice')
// @ts-expect-error -- state is read only: commands change it
useConversation(id).draft.value = { text: 'no' }

expectTypeOf(useReadable({} as Readable<number>)).toEqualTypeOf<Readonly<Ref<number>>>()
expectTypeOf(useReadable(() => ({}) as Readable<number>)).toEqualTypeOf<Readonly<Ref<number>>>()
expectTypeOf(useChat()).toEqualTypeOf<Readonly<Ref<Chat>>>()
expectTypeOf(useConversations()).toEqualTypeOf<Readonly<Ref<Sequence<Conversation>>>>()
useConversations({ kind: 'group', unreadOnly: true, archived: false, search: 'te' }, { chat })
useConversations(ref({ search: 'te' }))
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
expectTypeOf(useMessages(maybe, { last: () => 3 })).toEqualTypeOf<Readonly<Ref<Sequence<Message>>>>()
expectTypeOf(useTimeline(maybe)).toEqualTypeOf<Readonly<Ref<Sequence<TimelineItem>>>>()
expectTypeOf(useMessage(() => key)).toEqualTypeOf<Readonly<Ref<Message | undefined>>>()
expectTypeOf(useMessageStatus(key)).toEqualTypeOf<Readonly<Ref<MessageStatus | undefined>>>()
expectTypeOf(useReaders(key).items).toEqualTypeOf<Readonly<Ref<readonly Reader[]>>>()
expectTypeOf(useReaders(key).loadMore()).toEqualTypeOf<Promise<Outcome>>()
expectTypeOf(useDraft(id)).toEqualTypeOf<Ref<Draft | undefined>>()
expectTypeOf(useUser('bob')).toEqualTypeOf<Readonly<Ref<User>>>()
expectTypeOf(useUser(() => user)).toEqualTypeOf<Readonly<Ref<User | undefined>>>()
expectTypeOf(useContacts()).toEqualTypeOf<Readonly<Ref<readonly Contact[]>>>()
expectTypeOf(useContactRequests({ chat })).toEqualTypeOf<Readonly<Ref<ContactRequests>>>()
expectTypeOf(useBlocklist()).toEqualTypeOf<Readonly<Ref<readonly UserId[]>>>()
expectTypeOf(usePresence(() => user)).toEqualTypeOf<Readonly<Ref<Presence | undefined>>>()
expectTypeOf(useMembers(maybe)).toEqualTypeOf<Readonly<Ref<readonly Membership[]>>>()
expectTypeOf(useInvitations()).toEqualTypeOf<Readonly<Ref<readonly Membership[]>>>()
useIncoming(message => expectTypeOf(message).toEqualTypeOf<Message>())
