import type { Sequence } from '../collections/sequence.ts'
import type { Connection } from '../model/connection.ts'
import type { Conversation } from '../model/conversation.ts'
import type { UserId } from '../model/ids.ts'
import type { OutboxItem } from '../model/outboxItem.ts'
import type { Readable } from '../model/readable.ts'
import type { Unread } from '../model/unread.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import { blockedUsers } from '../select/blockedUsers.ts'
import type { Blocklist } from '../state/blocklist.ts'
import type { SendTree } from '../state/conversationState.ts'
import type { ChatStore } from './chatStore.ts'

/** What can be read of the chat as a whole. */
export interface ChatReadables {
  readonly connection: Readable<Connection>
  readonly capabilities: Readable<Capabilities>
  readonly conversations: Readable<Sequence<Conversation>>
  readonly totalUnread: Readable<Unread>
  readonly outbox: Readable<readonly OutboxItem[]>
  readonly blocklist: Readable<readonly UserId[]>
}

/** Each is looked at after every batch, so each remembers what it was made from. */
export const chatReadables = (store: ChatStore): ChatReadables => ({
  connection: store.chatReadable(() => store.connection),
  capabilities: store.chatReadable(() => store.capabilities),
  conversations: store.chatReadable(() => store.listing.conversations),
  totalUnread: store.chatReadable(() => store.listing.total),
  outbox: store.chatReadable(outboxOf(store)),
  blocklist: store.chatReadable(blocklistOf(store)),
})

const outboxOf = (store: ChatStore): (() => readonly OutboxItem[]) => {
  let last: { readonly sends: readonly SendTree[]; readonly items: readonly OutboxItem[] } | undefined
  return () => {
    const sends = [...store.sends.values()]
    if (last === undefined || sends.length !== last.sends.length || sends.some((tree, index) => tree !== last?.sends[index])) {
      const intents = sends.flatMap(tree => [...tree]).sort((a, b) => a.order - b.order)
      last = { sends, items: intents.map(({ key, conversation, send, attempts }) => ({ key, conversation, send, attempts })) }
    }
    return last.items
  }
}

const blocklistOf = (store: ChatStore): (() => readonly UserId[]) => {
  let last: { readonly list: Blocklist; readonly users: readonly UserId[] } | undefined
  return () => {
    const list = store.state.blocklist
    if (last?.list !== list) last = { list, users: blockedUsers(list) }
    return last.users
  }
}
