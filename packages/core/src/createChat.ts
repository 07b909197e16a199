import { Subject } from 'rxjs'
import type { Chat, ChatOptions } from './chat.ts'
import type { ConversationHandle } from './conversationHandle.ts'
import { createConversationHandle } from './createConversationHandle.ts'
import { createBusy } from './flow/busy.ts'
import { createIngress } from './flow/createIngress.ts'
import type { FlowContext } from './flow/flowContext.ts'
import { createServerClock } from './flow/serverClock.ts'
import { createDirectory } from './directory.ts'
import { guarded } from './guarded.ts'
import { createFlows } from './flows.ts'
import { misuse } from './misuse.ts'
import { onlyOptions } from './onlyOptions.ts'
import { chatError, type ChatError } from './model/error.ts'
import { conversationKind, conversationName, isConversationId, type ConversationId } from './model/ids.ts'
import { failed, type Outcome } from './model/outcome.ts'
import { createPartHost, hostParts } from './part.ts'
import type { StampedFact } from './protocol/stampedFact.ts'
import { createRelay } from './relay.ts'
import { windowEnd } from './select/actions.ts'
import { settled } from './settled.ts'
import { chatReadables } from './store/chatReadables.ts'
import { ChatStore } from './store/chatStore.ts'
import { dayIn } from './store/dayOf.ts'
import { messageReadables, type MessageReadables } from './store/messageReadables.ts'
import { readSnapshot, snapshotOf } from './store/snapshot.ts'
import { withoutRecalled } from './store/withoutRecalled.ts'
import { WeakCache } from './store/weakCache.ts'
import { systemClock } from './systemClock.ts'

const retryDefaults = { attempts: 5, baseMs: 1_000, maxMs: 30_000, totalMs: 120_000 }
const receiptDefaults = { delivered: true, read: true }

const receiptsOf = (given: ChatOptions['receipts']): FlowContext['receipts'] => {
  if (typeof given === 'function') return conversation => ({ ...receiptDefaults, ...given(conversation) })
  const forAll = { ...receiptDefaults, ...given }
  return () => forAll
}

/**
 * One account's conversations over one transport: state that is the same in whatever order facts arrive, and commands that
 * survive bad networks. Nothing leaves before `connect()`; messages may be written before.
 * @example
 * const chat = createChat({ transport: createWebSocketTransport({ url, user: 'alice', token }) })
 * void chat.connect()
 * const talk = chat.conversation(direct('bob'))
 * talk.messages.subscribe((messages) => render(messages.toArray()))
 * talk.send('hello')
 */
export const createChat = (options: ChatOptions): Chat => {
  const { transport, random = Math.random } = options
  const clock = options.clock ?? systemClock()
  const ending = new AbortController()
  const disposed = ending.signal
  const self = transport.canonical?.(transport.self) ?? transport.self
  const snapshot = options.snapshot === undefined ? undefined : readSnapshot(options.snapshot, self)

  const facts$ = new Subject<StampedFact>()
  const errors$ = new Subject<ChatError>()
  const subscriberThrew = (thrown: unknown): void => errors$.next(chatError('internal', { message: 'A subscriber threw.', cause: thrown }))
  const relay = createRelay(subscriberThrew)
  const store: ChatStore = new ChatStore({
    self,
    capabilities: transport.capabilities,
    dayOf: dayIn(options.timeZone),
    listener: {
      joined: facts => {
        if (facts$.observed) for (const fact of facts) facts$.next(withoutRecalled(fact, store.state))
        flows.joined(facts)
        parts.joined(facts)
      },
      happened: happening => relay.tell(happening, store),
      trimmed: id => flows.trimmed(id),
      failed: error => errors$.next(error),
    },
  })

  const busy = createBusy(disposed)
  const serverClock = createServerClock(clock)
  const { reader } = store
  const ingress = createIngress({
    reader,
    sink: store,
    clock,
    busy,
    frames: options.publish !== 'microtask',
    serverNow: serverClock.now,
    canonical: transport.canonical?.bind(transport),
    counter: snapshot?.seq ?? 0,
  })
  const context: FlowContext = {
    transport,
    reader,
    sink: store,
    ingress,
    clock,
    random,
    retry: { ...retryDefaults, ...options.retry },
    receipts: receiptsOf(options.receipts),
    attachments: options.attachments ?? {},
    capabilities: () => store.capabilities,
    busy,
    serverNow: serverClock.now,
    disposed,
  }
  const flows = createFlows(context, {
    serverClock,
    windowEnd: key => {
      const record = store.locate(key)?.record
      return record && windowEnd(record, store.capabilities, serverClock.now())
    },
    synced: continuity => parts.synced(continuity),
  })
  const parts = createPartHost(context, store, flows.session)
  const directory = createDirectory(parts.context, options.users)
  if (snapshot !== undefined) {
    store.apply(snapshot.facts)
    store.change(...snapshot.drafts.map(draft => ({ type: 'draft', ...draft }) as const))
  }

  const handles = new WeakCache<ConversationHandle>()
  const messages = new WeakCache<MessageReadables>()
  // What somebody watches or shows is held here, so that it stays the same object.
  const held = new Map<object, number>()
  const hold = (object: object, watched: boolean): void => {
    const count = (held.get(object) ?? 0) + (watched ? 1 : -1)
    if (count > 0) held.set(object, count)
    else held.delete(object)
  }

  const canonical = (id: ConversationId): ConversationId => {
    if (!isConversationId(id))
      return misuse(`${JSON.stringify(id)} is no conversation's id: make one with direct('alice'), group('42') or room('7').`)
    return transport.canonical === undefined ? id : `${conversationKind(id)}:${transport.canonical(conversationName(id))}`
  }
  const conversation = (given: ConversationId): ConversationHandle => {
    const id = canonical(given)
    const setActive = (active: boolean): void => relay.setActive(id, active)
    return handles.get(id, () => createConversationHandle({ id, store, flows, context, setActive, hold }))
  }
  const of = (key: string): MessageReadables =>
    messages.get(key, () => messageReadables({ store, key, serverNow: serverClock.now, hold, watchWindows: flows.watchWindows }))

  const whileAlive = (run: () => Promise<Outcome>): Promise<Outcome> =>
    disposed.aborted ? Promise.resolve(failed(chatError('cancelled', { message: 'The chat was disposed.' }))) : run()

  const dispose = async (): Promise<void> => {
    if (disposed.aborted) return
    const left = flows.connection.disconnect()
    ending.abort()
    flows.connection.dispose()
    await left
    for (const subject of [facts$, errors$]) subject.complete()
    relay.complete()
  }

  const chat: Chat = {
    self,
    ...chatReadables(store),
    conversation,
    message: key => of(key).message,
    receipts: key => of(key).receipts,
    groupReadCount: key => of(key).groupReadCount,
    status: key => of(key).status,
    actions: key => of(key).actions,
    repliedTo: key => of(key).repliedTo,
    user: directory.user,
    facts$: guarded(facts$, subscriberThrew),
    incoming$: relay.incoming$,
    commands$: relay.commands$,
    ephemeral$: relay.ephemeral$,
    membership$: relay.membership$,
    errors$: errors$.asObservable(),
    connect: () => whileAlive(flows.connection.connect),
    disconnect: () => whileAlive(flows.connection.disconnect),
    dispose,
    [Symbol.asyncDispose]: dispose,
    loadConversations: loadOptions => whileAlive(() => flows.list.load(onlyOptions(loadOptions))),
    removeConversation: (id, removeOptions) => whileAlive(() => flows.list.remove(canonical(id), onlyOptions(removeOptions))),
    settled: (key, { signal } = {}) => settled(key, of(key).message, signal === undefined ? [disposed] : [disposed, signal]),
    idle: busy.idle,
    snapshot: () => snapshotOf(store.state, ingress.seq()),
  }
  return hostParts(chat, parts)
}
