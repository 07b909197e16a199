import { noActions, type MessageActions } from '../model/conversation.ts'
import type { MessageKey } from '../model/ids.ts'
import type { Message } from '../model/message.ts'
import type { Readable } from '../model/readable.ts'
import type { Receipts } from '../model/receipts.ts'
import type { MessageStatus } from '../model/sendState.ts'
import { actionsOf } from '../select/actions.ts'
import { messageView } from '../select/messageView.ts'
import { groupReadCount, receiptsView, statusOf } from '../select/receiptsView.ts'
import type { ChatStore, Located } from './chatStore.ts'

/** What can be read of one message. */
export interface MessageReadables {
  readonly message: Readable<Message | undefined>
  readonly receipts: Readable<Receipts | undefined>
  readonly groupReadCount: Readable<number | undefined>
  readonly status: Readable<MessageStatus | undefined>
  readonly actions: Readable<MessageActions>
  readonly repliedTo: Readable<Message | undefined>
}

export interface MessageReadablesOptions {
  readonly store: ChatStore
  readonly key: MessageKey
  readonly serverNow: () => number
  /** Somebody watches one of them, or nobody does any more. */
  readonly hold: (held: MessageReadables, watched: boolean) => void
  /** Somebody watches what the clock changes. */
  readonly watchWindows: (key: MessageKey) => () => void
}

export const messageReadables = ({ store, key, serverNow, hold, watchWindows }: MessageReadablesOptions): MessageReadables => {
  let endWindows = (): void => {}
  const watched = (on: boolean): void => hold(readables, on)
  const readables: MessageReadables = {
    message: store.messageReadable(
      key,
      found => (found === undefined || found.record.deleted ? undefined : messageView(found.record)),
      watched,
    ),
    receipts: store.messageReadable(key, found => found && receiptsView(found.slice, found.record, store.capabilities), watched, {
      receipts: true,
    }),
    groupReadCount: store.messageReadable(key, found => found && groupReadCount(found.slice, found.record, store.capabilities), watched, {
      receipts: true,
    }),
    status: store.messageReadable(key, found => found && statusOf(found.slice, found.record), watched, { receipts: true }),
    repliedTo: store.messageReadable(key, found => found && repliedTo(store, found), watched, { neighbours: true }),
    actions: store.messageReadable(
      key,
      found => (found === undefined ? noActions : actionsOf(found.record, store.capabilities, serverNow())),
      on => {
        endWindows()
        endWindows = on ? watchWindows(key) : () => {}
        watched(on)
      },
    ),
  }
  return readables
}

const repliedTo = (store: ChatStore, { slice, record }: Located): Message | undefined => {
  const { replyTo } = messageView(record)
  const answered = replyTo && store.state.find({ conversation: slice.id, ...replyTo })?.record
  return answered === undefined || answered.deleted ? undefined : messageView(answered)
}
