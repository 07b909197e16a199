import { createActionsClock } from './flow/actionsClock.ts'
import { createConnection, type ConnectionFlow } from './flow/connection.ts'
import { createConversationList, type ConversationListFlow } from './flow/conversationList.ts'
import { createDeliveredMarks } from './flow/deliveredMarks.ts'
import type { FlowContext } from './flow/flowContext.ts'
import { createHistory, type HistoryFlow } from './flow/history.ts'
import { createMessageCommands, type MessageCommands } from './flow/messageCommands.ts'
import { createMessageMarks, type MessageMarks } from './flow/messageMarks.ts'
import { createOnline } from './flow/online.ts'
import { createOutbox, type Outbox } from './flow/outbox.ts'
import { createReadMarks, type ReadMarks } from './flow/readMarks.ts'
import type { ServerClock } from './flow/serverClock.ts'
import { createTyping, type Typing } from './flow/typing.ts'
import type { ConversationId, MessageKey } from './model/ids.ts'
import type { MessageRef } from './model/messageRef.ts'
import type { FactSink } from './protocol/factSink.ts'
import type { StampedFact } from './protocol/stampedFact.ts'

/** Everything that works on the state, wired to each other. */
export interface Flows {
  readonly connection: ConnectionFlow
  readonly history: HistoryFlow
  readonly list: ConversationListFlow
  readonly outbox: Outbox
  readonly commands: MessageCommands
  readonly marks: MessageMarks
  readonly readMarks: ReadMarks
  readonly typing: Typing
  /** Aborts when the link is no longer wanted: nothing that was asked over it may come any more [CON2]. */
  readonly session: () => AbortSignal
  /** Wakes readings of a message whenever a window of what may be done with it closes. */
  readonly watchWindows: (key: MessageKey) => () => void
  /** Facts were joined: some of them are news to a flow. */
  readonly joined: (facts: readonly StampedFact[]) => void
  /** The oldest messages of a conversation went from memory. */
  readonly trimmed: (conversation: ConversationId) => void
}

export interface FlowsOptions {
  readonly serverClock: ServerClock
  /** When the next window of what may be done with a message closes, by the server's clock. */
  readonly windowEnd: (key: MessageKey) => number | undefined
  /** A link is synced. */
  readonly synced: (continuity: 'whole' | 'gap') => void
}

export const createFlows = (given: FlowContext, { serverClock, windowEnd, synced }: FlowsOptions): Flows => {
  const online = createOnline(given)
  const sink: FactSink = {
    apply: facts => given.sink.apply(facts),
    change: (...changes) => {
      given.sink.change(...changes)
      if (changes.some(({ type }) => type === 'connection')) online.update()
    },
    report: error => given.sink.report(error),
  }
  const context: FlowContext = { ...given, sink }
  const { reader } = context

  const outbox = createOutbox(context, online, {
    confirm: (conversation, intent) => history.confirm(conversation, intent),
    carryOut: key => commands.carryOut(key),
  })
  const commands = createMessageCommands(context, online, outbox)
  const marks = createMessageMarks(context, online)
  const list = createConversationList(context, { cancelSend: outbox.cancel, wakeSends: outbox.wake })
  const history = createHistory(context, { listFirst: continuity => list.afterSynced(continuity) })
  const readMarks = createReadMarks(context, online, {
    acked: conversation => refresh([conversation]),
    clearBadge: conversation => list.set(conversation, { markedUnread: false }),
  })
  const deliveredMarks = createDeliveredMarks(context, online)
  const typing = createTyping(context)
  const actionsClock = createActionsClock(context)
  const connection = createConnection(context, {
    serverClock,
    beforeSynced: history.beforeSynced,
    onOnline: continuity => {
      void history.afterSynced(continuity)
      synced(continuity)
    },
    onDisconnect: () => {
      online.endSession()
      history.cancel()
      list.cancel()
    },
  })

  /** A mark or a withdrawal where not all messages are here: only the backend can tell the number now [UNR2]. */
  const refresh = (conversations: readonly (ConversationId | undefined)[]): void => {
    for (const conversation of new Set(conversations)) {
      if (conversation !== undefined && reader.conversation(conversation)?.exact === false) list.refreshEntry(conversation)
    }
  }

  /** Where messages are, as far as that is told or known. */
  const homesOf = (refs: readonly MessageRef[], conversation?: ConversationId): readonly (ConversationId | undefined)[] =>
    refs.map(ref => ref.conversation ?? conversation ?? reader.find(ref)?.conversation)

  /** What is said in a conversation that the list didn't tell of brings it in without a title: its line is asked for, once. */
  const introduced = new Set<ConversationId>()
  const introduce = (conversation: ConversationId): void => {
    if (introduced.has(conversation) || reader.conversation(conversation)?.listed === true) return
    introduced.add(conversation)
    list.refreshEntry(conversation)
  }

  const joined = (fact: StampedFact): void => {
    switch (fact.type) {
      case 'message': {
        const { conversation, from, id, position } = fact.message
        if (fact.origin !== 'history') introduce(conversation)
        if (from === reader.self) return outbox.wake(conversation)
        if (fact.origin === 'live') typing.noteMessage(conversation, from)
        return deliveredMarks.noteArrived(conversation, {
          conversation,
          from,
          ...(id !== undefined && { id }),
          ...(position !== undefined && { position }),
        })
      }
      case 'accepted':
        return outbox.wake(fact.message.conversation)
      case 'refused': {
        const conversation = reader.find({ from: reader.self, localId: fact.localId })?.conversation
        return conversation === undefined ? undefined : outbox.wake(conversation)
      }
      case 'membership':
        return outbox.wake(fact.membership.conversation)
      case 'ephemeral':
        if (fact.name === 'typing' && fact.origin !== 'echo') typing.noteTyping(fact.conversation, fact.from, fact.data)
        return
      case 'receipt':
        // My marks from here count for the backend once it answers.
        if (fact.user !== reader.self || fact.kind !== 'read' || fact.origin === 'history' || fact.origin === 'echo') return
        return refresh(homesOf('upTo' in fact.target ? [fact.target.upTo] : fact.target.exactly, fact.conversation))
      case 'recalled':
        return fact.origin === 'history' ? undefined : refresh(homesOf([fact.target]))
      case 'deleted':
        if (fact.origin === 'history') return
        return refresh('through' in fact.target ? [fact.conversation] : homesOf(fact.target.exactly, fact.conversation))
      case 'blocklist':
      case 'contacts':
      case 'conversation':
      case 'conversationRemoved':
      case 'edited':
      case 'gap':
      case 'pinned':
      case 'presence':
      case 'reaction':
      case 'readCount':
        return
      case 'page':
        return readMarks.wake(fact.conversation)
    }
  }

  return {
    connection,
    history,
    list,
    outbox,
    commands,
    marks,
    readMarks,
    typing,
    session: online.session,
    watchWindows: key => actionsClock.watch(key, () => windowEnd(key)),
    joined: facts => facts.forEach(joined),
    trimmed: conversation => refresh([conversation]),
  }
}
