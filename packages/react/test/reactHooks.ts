import type { Hooks } from '@parlance/conformance'
import type { Chat } from '@parlance/core'
import { useEffect } from 'react'
import {
  useBlocklist,
  useCapabilities,
  useChat,
  useConnection,
  useContactRequests,
  useContacts,
  useConversation,
  useConversations,
  useDraft,
  useGroupReadCount,
  useIncoming,
  useInvitations,
  useMembers,
  useMessage,
  useMessageActions,
  useMessages,
  useMessageStatus,
  usePresence,
  useReadable,
  useReaders,
  useReceipts,
  useRepliedTo,
  useTimeline,
  useTotalUnread,
  useTyping,
  useUnread,
  useUser,
} from '../src/index.ts'
import { useAttachments, useDownload } from '../src/attachments/index.ts'

type Options = { readonly chat?: () => Chat; readonly open?: boolean; readonly last?: () => number | undefined } | undefined

const now = (options: Options): { chat: Chat | undefined; open: boolean | undefined; last: number | undefined } => ({
  chat: options?.chat?.(),
  open: options?.open,
  last: options?.last?.(),
})
const constant =
  <T>(value: T): (() => T) =>
  () =>
    value

/** React calls a view at each render: what a hook gives is what this render reads. */
export const reactHooks: Hooks = {
  onMounted: run => {
    // eslint-disable-next-line react-hooks/exhaustive-deps, react-hooks/rules-of-hooks -- a hook by another name, once after mounting
    useEffect(() => run(), [])
  },
  useChat: options => constant(useChat(now(options))),
  useReadable: source => constant(useReadable(source())),
  useConversation: (id, options) => constant(useConversation(id(), now(options))),
  useConnection: options => constant(useConnection(now(options))),
  useCapabilities: options => constant(useCapabilities(now(options))),
  useConversations: (filter, options) => constant(useConversations(filter(), now(options))),
  useMessages: (id, options) => constant(useMessages(id(), now(options))),
  useTimeline: (id, options) => constant(useTimeline(id(), now(options))),
  useMessage: (key, options) => constant(useMessage(key(), now(options))),
  useMessageStatus: (key, options) => constant(useMessageStatus(key(), now(options))),
  useMessageActions: (key, options) => constant(useMessageActions(key(), now(options))),
  useReceipts: (key, options) => constant(useReceipts(key(), now(options))),
  useGroupReadCount: (key, options) => constant(useGroupReadCount(key(), now(options))),
  useReaders: (key, options) => constant(useReaders(key(), now(options))),
  useRepliedTo: (key, options) => constant(useRepliedTo(key(), now(options))),
  useUnread: (id, options) => constant(useUnread(id(), now(options))),
  useTotalUnread: options => constant(useTotalUnread(now(options))),
  useTyping: (id, options) => constant(useTyping(id(), now(options))),
  useDraft: (id, options) => {
    const [draft, setDraft] = useDraft(id(), now(options))
    return constant({ draft, setDraft })
  },
  useUser: (id, options) => constant(useUser(id(), now(options))),
  useContacts: options => constant(useContacts(now(options))),
  useContactRequests: options => constant(useContactRequests(now(options))),
  useBlocklist: options => constant(useBlocklist(now(options))),
  usePresence: (user, options) => constant(usePresence(user(), now(options))),
  useMembers: (id, options) => constant(useMembers(id(), now(options))),
  useInvitations: options => constant(useInvitations(now(options))),
  useIncoming: (callback, options) => useIncoming(callback, now(options)),
  useAttachments: (id, options) => constant(useAttachments(id(), now(options))),
  useDownload: (key, options) => constant(useDownload(key(), { ...now(options), eager: options?.eager })),
}
