import { Observable, type Subscriber } from 'rxjs'
import type { Capabilities } from '../src/protocol/capabilities.ts'
import type { Fact } from '../src/protocol/fact.ts'
import type { Op, ResumeToken, Transport, TransportEvent } from '../src/protocol/transport.ts'

/** The commands of a transport: what a test answers. */
type Command = {
  [Name in keyof Transport]-?: NonNullable<Transport[Name]> extends (...args: never[]) => Promise<unknown> ? Name : never
}[keyof Transport]
type Run<Name extends Command> = NonNullable<Transport[Name]>
type Answer<Name extends Command> = Awaited<ReturnType<Run<Name>>>

/** A command that the chat gave, until the test answers it. */
export interface Asked<Name extends Command = Command> {
  readonly name: Name
  readonly args: Parameters<Run<Name>>
  readonly op: Op | undefined
  readonly answered: boolean
  readonly answer: (value: Answer<Name>) => void
  readonly refuse: (error: unknown) => void
}

export interface ScriptedTransport {
  readonly transport: Transport
  /** Everything asked so far, in order. */
  readonly log: readonly Asked[]
  /** Of one kind. */
  readonly asked: <Name extends Command>(name: Name) => readonly Asked<Name>[]
  /** The oldest that waits for its answer. Throws if there is none. */
  readonly next: <Name extends Command>(name: Name) => Asked<Name>
  /** Answers this command by itself from now on; `undefined`: the test does. A rejection or a throw is handed on. */
  readonly always: <Name extends Command>(name: Name, run: Run<Name> | undefined) => void
  /** How many links are open. */
  readonly links: () => number
  /** The resume token of every link so far. */
  readonly tokens: readonly (ResumeToken | undefined)[]
  readonly emit: (...events: readonly TransportEvent[]) => void
  /** Facts, as they happen. */
  readonly tell: (...facts: readonly Fact[]) => void
  readonly sync: (continuity?: 'whole' | 'gap') => void
  /** The link breaks. */
  readonly lose: (error: unknown) => void
  /** It ends without a word. */
  readonly end: () => void
  readonly ephemeral: { readonly conversation: string; readonly name: string; readonly data: unknown }[]
}

export interface ScriptedOptions {
  readonly self?: string
  readonly capabilities?: Partial<Capabilities>
  /** What this backend hasn't. */
  readonly without?: readonly (keyof Transport)[]
  /** What it has besides. */
  readonly also?: Partial<Transport>
}

const everything: Capabilities = {
  ack: 'stored',
  dedupe: 'always',
  localIdVisible: true,
  refusalAfterAck: false,
  reconnects: 'core',
  order: 'atAck',
  ids: 'conversation',
  delivered: 'auto',
  read: { direct: { upTo: true, exactly: true, whole: true }, group: { upTo: true, exactly: true, whole: true } },
  readCount: 'everyMessage',
  readers: true,
  recall: { mode: 'server', windowMs: 120_000, enforced: true },
  edit: { moderators: false },
  history: { backward: true, forward: true, around: true, maxPage: 100, returns: 'current', includes: [] },
  resume: false,
  ownEcho: true,
  conversationList: true,
  unread: 'list',
  removal: 'withHistory',
  deletion: 'forMe',
  ephemeral: true,
  attachments: { maxBytes: 10_000 },
  maxMessageBytes: 4_096,
  settings: ['pinned', 'silenced', 'archived', 'markedUnread'],
  serverTime: true,
  reactions: true,
  pins: 'members',
  search: ['text', 'types', 'senders', 'times'],
  users: true,
}

/** A transport that does nothing of itself: a test reads what it is asked, and decides what it answers and tells. */
export const scriptedTransport = ({
  self = 'alice',
  capabilities = {},
  without = [],
  also = {},
}: ScriptedOptions = {}): ScriptedTransport => {
  const log: Asked[] = []
  const standing = new Map<Command, (...args: never[]) => Promise<unknown>>()
  const links = new Set<Subscriber<TransportEvent>>()
  const tokens: (ResumeToken | undefined)[] = []
  const ephemeral: { conversation: string; name: string; data: unknown }[] = []
  let localIds = 0

  /** `opAt`: where among the arguments the options stand. */
  const command =
    (name: Command, opAt: number) =>
    (...args: readonly unknown[]): Promise<never> => {
      const by = standing.get(name)
      let answered = by !== undefined
      let settle: { readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void } | undefined
      const promise = new Promise<never>((resolve, reject) => (settle = { resolve, reject }))
      const end = (run: () => void): void => {
        answered = true
        run()
      }
      log.push({
        name,
        args: args as never,
        op: args[opAt] as Op | undefined,
        get answered() {
          return answered
        },
        answer: value => end(() => settle?.resolve(value as never)),
        refuse: error => end(() => settle?.reject(error)),
      })
      return by === undefined ? promise : (by(...(args as never[])) as Promise<never>)
    }

  const transport: Transport = {
    name: 'scripted',
    self,
    capabilities: { ...everything, ...capabilities },
    newLocalId: () => `${self}-${++localIds}`,
    connect: ({ resume } = {}) =>
      new Observable(subscriber => {
        tokens.push(resume)
        links.add(subscriber)
        return () => links.delete(subscriber)
      }),
    send: command('send', 1),
    recall: command('recall', 1),
    markRead: command('markRead', 2),
    history: command('history', 1),
    edit: command('edit', 2),
    delete: command('delete', 1),
    markDelivered: command('markDelivered', 2),
    conversations: command('conversations', 1),
    setConversation: command('setConversation', 2),
    removeConversation: command('removeConversation', 2),
    readers: command('readers', 2),
    join: command('join', 1),
    leave: command('leave', 1),
    upload: command('upload', 1),
    download: command('download', 1),
    react: command('react', 2),
    pin: command('pin', 2),
    search: command('search', 1),
    users: command('users', 1),
    sendEphemeral: (conversation, name, data) => ephemeral.push({ conversation, name, data }),
    ...also,
  }
  for (const name of without) Reflect.deleteProperty(transport, name)
  standing.set('history', () => Promise.resolve({ facts: [], covers: { from: 'start', to: 'live' } }))
  standing.set('conversations', () => Promise.resolve({ entries: [] }))

  const emit = (...events: readonly TransportEvent[]): void => {
    for (const event of events) for (const link of [...links]) link.next(event)
  }

  return {
    transport,
    log,
    asked: <Name extends Command>(name: Name) => log.filter(asked => asked.name === name) as unknown as readonly Asked<Name>[],
    next: <Name extends Command>(name: Name) => {
      const waiting = log.find(asked => asked.name === name && !asked.answered)
      if (waiting === undefined)
        throw new Error(`No ${name} waits for an answer; asked were: ${log.map(asked => asked.name).join(', ') || 'none'}.`)
      return waiting as unknown as Asked<Name>
    },
    always: (name, run) => void (run === undefined ? standing.delete(name) : standing.set(name, run)),
    links: () => links.size,
    tokens,
    emit,
    tell: emit,
    sync: (continuity = 'whole') => emit({ type: 'synced', continuity }),
    lose: error => {
      for (const link of [...links]) link.error(error)
    },
    end: () => {
      for (const link of [...links]) link.complete()
    },
    ephemeral,
  }
}
