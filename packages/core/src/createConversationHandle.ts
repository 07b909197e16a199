import type { ConversationHandle } from './conversationHandle.ts'
import type { FlowContext } from './flow/flowContext.ts'
import { search } from './flow/search.ts'
import type { Flows } from './flows.ts'
import { forwardable } from './forward.ts'
import { misuse } from './misuse.ts'
import { onlyOptions } from './onlyOptions.ts'
import { text } from './model/bodies.ts'
import type { Body } from './model/body.ts'
import { asChatError, chatError } from './model/error.ts'
import type { Draft } from './model/conversation.ts'
import type { ConversationId, MessageKey } from './model/ids.ts'
import type { Message } from './model/message.ts'
import type { MessageRef } from './model/messageRef.ts'
import { failed, succeeded, type Outcome } from './model/outcome.ts'
import type { Page, Reader } from './model/receipts.ts'
import type { SearchOptions } from './model/searchOptions.ts'
import { foundView } from './select/foundView.ts'
import { messageView } from './select/messageView.ts'
import { isVisible } from './state/messageRecord.ts'
import type { ChatStore } from './store/chatStore.ts'
import { conversationReadables } from './store/conversationReadables.ts'

export interface HandleOptions {
  readonly id: ConversationId
  readonly store: ChatStore
  readonly flows: Flows
  readonly context: FlowContext
  readonly setActive: (active: boolean) => void
  /** Somebody watches or shows it, or doesn't any more: while one does, it stays the same object [BND6]. */
  readonly hold: (handle: ConversationHandle, held: boolean) => void
}

const readersPage = 50

export const createConversationHandle = (options: HandleOptions): ConversationHandle => {
  const { id, store, flows, context, hold } = options
  const { transport, disposed } = context

  /** For commands that give no Promise in which to say so. */
  const alive = (command: string): void => {
    if (disposed.aborted) misuse(`${command} was called after dispose(): make a new chat with createChat() first.`)
  }
  /** Commands that do. */
  const whileAlive = <T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    disposed.aborted ? Promise.resolve(failed(chatError('cancelled', { message: 'The chat was disposed.' }))) : run()
  /** A message of this conversation, or the failure that says it is none. */
  const own = <T>(key: MessageKey, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    whileAlive(() =>
      store.locate(key)?.slice.id === id
        ? run()
        : Promise.resolve(failed(chatError('notFound', { message: 'This conversation has no message with that key.', path: 'key' }))),
    )

  const readers = async (key: MessageKey, after: string | undefined): Promise<Outcome<Page<Reader>>> => {
    const found = store.locate(key)
    const [messageId] = found?.record.ids ?? []
    if (transport.readers === undefined || !store.capabilities.readers) return failed(chatError('unsupported'))
    if (messageId === undefined) return failed(chatError('notFound', { message: 'Nobody can have read a message that is not sent.' }))
    const target: MessageRef = { conversation: id, id: messageId }
    try {
      return succeeded(await transport.readers(target, { count: readersPage, ...(after !== undefined && { after }) }, { signal: disposed }))
    } catch (thrown) {
      return failed(asChatError(thrown))
    }
  }

  const forward = (key: MessageKey): Outcome<MessageKey> => {
    const record = store.locate(key)?.record
    const message = record && messageView(record)
    const said = forwardable(message)
    if (message === undefined || !said.ok) return said.ok ? failed(chatError('notFound')) : said
    return succeeded(flows.outbox.enqueue(id, said.value, { forwardedFrom: message.forwardedFrom ?? message.from }))
  }

  /** What is loaded is shown as it is here: edited, and not at all if it is withdrawn. */
  const found = async (query: SearchOptions): Promise<Outcome<Page<Message>>> => {
    const page = await search(context, id, query)
    if (!page.ok) return page
    const items = page.value.items.flatMap(message => {
      const known = store.state.find(message)?.record
      if (known !== undefined) return known.recall === undefined && isVisible(known) ? [messageView(known)] : []
      return [foundView(message, store.state.names.namesIn(message)[0] ?? '', store.state.self)]
    })
    return succeeded({ ...page.value, items })
  }

  const handle: ConversationHandle = {
    id,
    ...conversationReadables({ store, id, self: store.state.self, watched: watched => hold(handle, watched) }),
    open: () => {
      alive('open')
      hold(handle, true)
      if (store.open.add(id)) {
        store.wake(id)
        void flows.history.open(id)
      }
      let closed = false
      return () => {
        if (closed) return
        closed = true
        hold(handle, false)
        if (store.open.remove(id)) store.wake(id)
      }
    },
    setActive: active => {
      alive('setActive')
      options.setActive(active)
    },
    send: (body, sendOptions) => {
      alive('send')
      return flows.outbox.enqueue(id, bodyOf(body), sendOptions)
    },
    retry: key => own(key, () => flows.outbox.retry(key)),
    cancel: key => own(key, () => flows.outbox.cancel(key)),
    edit: (key, body) => own(key, () => flows.commands.edit(key, bodyOf(body))),
    recall: key => own(key, () => flows.commands.recall(key)),
    delete: key => own(key, () => flows.commands.delete(key)),
    react: (key, emoji, active = true) => own(key, () => flows.marks.react(key, emoji, active)),
    pin: (key, pinned = true) => own(key, () => flows.marks.pin(key, pinned)),
    forward: key => whileAlive(() => Promise.resolve(forward(key))),
    markRead: markOptions => whileAlive(() => flows.readMarks.markRead(id, onlyOptions(markOptions))),
    loadOlder: loadOptions => whileAlive(() => flows.history.loadOlder(id, onlyOptions(loadOptions))),
    loadNewer: loadOptions => whileAlive(() => flows.history.loadNewer(id, onlyOptions(loadOptions))),
    loadAround: messageId => whileAlive(() => flows.history.loadAround(id, messageId)),
    fillGap: before => own(before, () => flows.history.fillGap(before)),
    search: query => whileAlive(() => found(onlyOptions(query) ?? {})),
    reset: () => whileAlive(() => flows.history.reset(id)),
    set: settings => whileAlive(() => flows.list.set(id, settings)),
    setTyping: typing => {
      alive('setTyping')
      flows.typing.setTyping(id, typing)
    },
    setDraft: draft => {
      alive('setDraft')
      store.change({ type: 'draft', conversation: id, draft: draft && copiedDraft(draft) })
    },
    readers: (key, readOptions) => own(key, () => readers(key, onlyOptions(readOptions)?.after)),
  }
  return handle
}

const bodyOf = (body: Body | string): Body => (typeof body === 'string' ? text(body) : body)

/** A copy, whose lists are copies: what the state holds is nobody else's to change, and is frozen. */
const copiedDraft = ({ text: words, replyTo, mentions, attachments }: Draft): Draft => {
  if (typeof words !== 'string') return misuse('A draft has a text: setDraft({ text: "hello" }), or setDraft(undefined) for none.')
  return {
    text: words,
    ...(replyTo && { replyTo: { ...replyTo } }),
    ...(mentions && { mentions: [...mentions] }),
    ...(attachments && { attachments: attachments.map(attachment => ({ ...attachment })) }),
  }
}
