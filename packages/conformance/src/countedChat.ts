import type { Chat, ConversationHandle, Readable } from '@parlance/core'
import { Observable } from 'rxjs'

/** What is going on with a chat. */
export interface Counts {
  /** Subscriptions that stand now, to Readables and to `incoming$`. */
  subscriptions: number
  /** Subscriptions so far. */
  subscribed: number
  /** Conversations that are open now, each as often as it was opened. */
  open: number
  /** Calls so far. */
  connects: number
  disconnects: number
  disposals: number
  /** Pages of readers asked for so far. */
  readerPages: number
}

export interface CountedChat {
  readonly chat: Chat
  readonly counts: Readonly<Counts>
}

/** The same chat, which counts what is done with it. What was one object stays one object. */
export const countedChat = (chat: Chat): CountedChat => {
  const counts: Counts = { subscriptions: 0, subscribed: 0, open: 0, connects: 0, disconnects: 0, disposals: 0, readerPages: 0 }
  const counting = (stop: () => void): (() => void) => {
    counts.subscriptions++
    counts.subscribed++
    let ended = false
    return () => {
      if (!ended) counts.subscriptions--
      ended = true
      stop()
    }
  }
  const readables = new WeakMap<Readable<unknown>, WeakRef<object>>()
  const readable = <T>(source: Readable<T>): Readable<T> => {
    const known = readables.get(source)?.deref()
    // The map keeps each beside its own source: the type is the one that was put in.
    if (known !== undefined) return known as Readable<T>
    const counted: Readable<T> = { get: () => source.get(), subscribe: listener => counting(source.subscribe(listener)) }
    readables.set(source, new WeakRef(counted))
    return counted
  }
  const handles = new WeakMap<ConversationHandle, WeakRef<ConversationHandle>>()
  const handle = (source: ConversationHandle): ConversationHandle => {
    const known = handles.get(source)?.deref()
    if (known !== undefined) return known
    const counted: ConversationHandle = {
      ...source,
      info: readable(source.info),
      messages: readable(source.messages),
      timeline: readable(source.timeline),
      unread: readable(source.unread),
      typing: readable(source.typing),
      draft: readable(source.draft),
      history: readable(source.history),
      can: readable(source.can),
      open: () => {
        counts.open++
        const close = source.open()
        return () => {
          counts.open--
          close()
        }
      },
      readers: (key, options) => {
        counts.readerPages++
        return source.readers(key, options)
      },
    }
    handles.set(source, new WeakRef(counted))
    return counted
  }
  return {
    counts,
    chat: {
      ...chat,
      capabilities: readable(chat.capabilities),
      connection: readable(chat.connection),
      conversations: readable(chat.conversations),
      totalUnread: readable(chat.totalUnread),
      outbox: readable(chat.outbox),
      blocklist: readable(chat.blocklist),
      user: id => readable(chat.user(id)),
      conversation: id => handle(chat.conversation(id)),
      message: key => readable(chat.message(key)),
      receipts: key => readable(chat.receipts(key)),
      groupReadCount: key => readable(chat.groupReadCount(key)),
      status: key => readable(chat.status(key)),
      actions: key => readable(chat.actions(key)),
      incoming$: new Observable(subscriber => {
        const subscription = chat.incoming$.subscribe(subscriber)
        return counting(() => subscription.unsubscribe())
      }),
      connect: () => {
        counts.connects++
        return chat.connect()
      },
      disconnect: () => {
        counts.disconnects++
        return chat.disconnect()
      },
      dispose: () => {
        counts.disposals++
        return chat.dispose()
      },
    },
  }
}
