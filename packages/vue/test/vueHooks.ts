import type { Hooks } from '@parlance/conformance'
import type { Ref } from 'vue'
import { onMounted, proxyRefs } from 'vue'
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

const read =
  <T>(ref: Readonly<Ref<T>>): (() => T) =>
  () =>
    ref.value

/** Vue calls a view once, in setup. */
export const vueHooks: Hooks = {
  onMounted,
  useChat: options => read(useChat(options)),
  useReadable: source => read(useReadable(source)),
  useConversation: (id, options) => {
    const talk = proxyRefs(useConversation(id, options))
    return () => talk
  },
  useConnection: options => read(useConnection(options)),
  useCapabilities: options => read(useCapabilities(options)),
  useConversations: (filter, options) => read(useConversations(filter, options)),
  useMessages: (id, { last, ...options } = {}) => read(useMessages(id, { last, ...options })),
  useTimeline: (id, options) => read(useTimeline(id, options)),
  useMessage: (key, options) => read(useMessage(key, options)),
  useMessageStatus: (key, options) => read(useMessageStatus(key, options)),
  useMessageActions: (key, options) => read(useMessageActions(key, options)),
  useReceipts: (key, options) => read(useReceipts(key, options)),
  useGroupReadCount: (key, options) => read(useGroupReadCount(key, options)),
  useReaders: (key, options) => {
    const readers = proxyRefs(useReaders(key, options))
    return () => ({ ...readers, error: readers.error })
  },
  useRepliedTo: (key, options) => read(useRepliedTo(key, options)),
  useUnread: (id, options) => read(useUnread(id, options)),
  useTotalUnread: options => read(useTotalUnread(options)),
  useTyping: (id, options) => read(useTyping(id, options)),
  useDraft: (id, options) => {
    const draft = useDraft(id, options)
    return () => ({
      draft: draft.value,
      setDraft: next => {
        draft.value = next
      },
    })
  },
  useUser: (id, options) => read(useUser(id, options)),
  useContacts: options => read(useContacts(options)),
  useContactRequests: options => read(useContactRequests(options)),
  useBlocklist: options => read(useBlocklist(options)),
  usePresence: (user, options) => read(usePresence(user, options)),
  useMembers: (id, options) => read(useMembers(id, options)),
  useInvitations: options => read(useInvitations(options)),
  useIncoming,
  useAttachments: (id, options) => {
    const attachments = proxyRefs(useAttachments(id, options))
    return () => attachments
  },
  useDownload: (key, options) => {
    const download = proxyRefs(useDownload(key, options))
    return () => download
  },
}
