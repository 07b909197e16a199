import type { Capabilities, ReadForms } from '../../../protocol/capabilities.ts'
import type { Transport } from '../../../protocol/transport.ts'
import { pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandEqual } from '../demand.ts'

type Rules = { readonly [Name in keyof Required<Capabilities>]: (capabilities: Capabilities) => boolean }

const isOneOf = (value: string, ...values: readonly string[]): boolean => values.includes(value)
const areFlags = (...values: readonly unknown[]): boolean => values.every(value => typeof value === 'boolean')
const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0
const maybePositive = (value: number | undefined): boolean => value === undefined || isPositive(value)
const areForms = ({ upTo, exactly, whole, maxRefs }: ReadForms): boolean => areFlags(upTo, exactly, whole) && maybePositive(maxRefs)

const rules: Rules = {
  ack: ({ ack }) => isOneOf(ack, 'stored', 'taken'),
  dedupe: ({ dedupe }) => (typeof dedupe === 'string' ? isOneOf(dedupe, 'always', 'none') : isPositive(dedupe.windowMs)),
  localIdVisible: ({ localIdVisible }) => areFlags(localIdVisible),
  refusalAfterAck: ({ refusalAfterAck }) => areFlags(refusalAfterAck),
  reconnects: ({ reconnects }) => isOneOf(reconnects, 'transport', 'core'),
  order: ({ order }) => isOneOf(order, 'atAck', 'late'),
  ids: ({ ids }) => isOneOf(ids, 'global', 'conversation'),
  delivered: ({ delivered }) => isOneOf(delivered, 'auto', 'manual', 'none'),
  read: ({ read: { direct, group } }) => areForms(direct) && areForms(group),
  readCount: ({ readCount }) => isOneOf(readCount, 'perMessageOptIn', 'everyMessage', 'derived', 'none'),
  readers: ({ readers }) => areFlags(readers),
  recall: ({ recall: { mode, windowMs, enforced } }) =>
    isOneOf(mode, 'server', 'marker', 'none') && maybePositive(windowMs) && areFlags(enforced),
  edit: ({ edit }) => edit === undefined || (maybePositive(edit.windowMs) && areFlags(edit.moderators)),
  history: ({ history: { backward, forward, around, maxPage, returns, includes } }) =>
    areFlags(backward, forward, around) && isPositive(maxPage) && isOneOf(returns, 'current', 'original') && Array.isArray(includes),
  resume: ({ resume }) => areFlags(resume),
  ownEcho: ({ ownEcho }) => areFlags(ownEcho),
  conversationList: ({ conversationList }) => areFlags(conversationList),
  unread: ({ unread }) => isOneOf(unread, 'list', 'none'),
  removal: ({ removal }) => isOneOf(removal, 'none', 'conversation', 'withHistory'),
  deletion: ({ deletion }) => isOneOf(deletion, 'none', 'forMe', 'forAll'),
  ephemeral: ({ ephemeral }) => areFlags(ephemeral),
  attachments: ({ attachments }) => maybePositive(attachments?.maxBytes),
  maxMessageBytes: ({ maxMessageBytes }) => isPositive(maxMessageBytes),
  settings: ({ settings }) => Array.isArray(settings),
  serverTime: ({ serverTime }) => areFlags(serverTime),
  readCountFor: ({ readCountFor = 'anyone' }) => isOneOf(readCountFor, 'anyone', 'moderators'),
  customValues: ({ customValues = 'json' }) => isOneOf(customValues, 'json', 'strings'),
  reactions: ({ reactions = false }) => areFlags(reactions),
  pins: ({ pins = 'members' }) => isOneOf(pins, 'members', 'moderators'),
  search: ({ search = [] }) => search.every(by => isOneOf(by, 'text', 'types', 'senders', 'times')),
  users: ({ users = false }) => areFlags(users),
  contacts: ({ contacts = false }) => areFlags(contacts),
  blocks: ({ blocks = false }) => areFlags(blocks),
  presence: ({ presence = false }) => areFlags(presence),
  groups: ({ groups = [] }) => Array.isArray(groups),
}

/** The names of the capabilities that are missing or make no sense. */
const faultsOf = (capabilities: Capabilities): readonly string[] =>
  Object.entries(rules).flatMap(([name, holds]) => (holds(capabilities) ? [] : [name]))

/** The optional commands that a declaration promises. */
const promised = (capabilities: Capabilities): readonly (keyof Transport)[] => {
  const {
    edit,
    deletion,
    delivered,
    conversationList,
    settings,
    removal,
    readers,
    ephemeral,
    attachments,
    reactions,
    pins,
    search = [],
    users,
  } = capabilities
  const all: readonly (readonly [keyof Transport, boolean])[] = [
    ['edit', edit !== undefined],
    ['delete', deletion !== 'none'],
    ['markDelivered', delivered === 'manual'],
    ['conversations', conversationList],
    ['setConversation', settings.length > 0],
    ['removeConversation', removal !== 'none'],
    ['readers', readers],
    ['sendEphemeral', ephemeral],
    ['upload', attachments !== undefined],
    ['react', reactions === true],
    ['pin', pins !== undefined],
    ['search', search.length > 0],
    ['users', users === true],
  ]
  return all.flatMap(([name, there]) => (there ? [name] : []))
}

/** The groups of commands that a declaration promises. */
const promisedFacets = ({ groups = [], contacts, blocks, presence }: Capabilities): readonly (keyof Transport)[] => {
  const all: readonly (readonly [keyof Transport, boolean])[] = [
    ['groups', groups.length > 0],
    ['contacts', contacts === true],
    ['blocks', blocks === true],
    ['presence', presence === true],
  ]
  return all.flatMap(([name, there]) => (there ? [name] : []))
}

export const capabilityChecks = ({ capabilities }: ContractBackend): readonly Draft[] => [
  check('capabilities are complete, before the first link and after it', async stage => {
    const alice = await stage.client(await stage.user('alice'))
    demandEqual(faultsOf(alice.transport.capabilities), [], 'Capabilities that are missing or make no sense, before the first link')
    await alice.connect()
    demandEqual(faultsOf(alice.transport.capabilities), [], 'Capabilities that are missing or make no sense')
  }),

  check('once synced, a transport declares what its author does, and has told so', async stage => {
    const alice = await stage.client(await stage.user('alice'))
    const before = alice.transport.capabilities
    await alice.connect()
    demandEqual(alice.transport.capabilities, capabilities, 'What the transport declares')
    const told = alice.events.flatMap(event => (event.type === 'capabilities' ? [event.capabilities] : [])).at(-1)
    demandEqual(told ?? before, capabilities, 'What the transport has told, or declared from the beginning')
  }),

  check('every command that a capability promises is there', async stage => {
    const { transport } = await stage.client(await stage.user('alice'))
    for (const name of promised(capabilities)) demand(typeof transport[name] === 'function', `${name} is declared and isn’t there.`)
    for (const name of promisedFacets(capabilities)) demand(typeof transport[name] === 'object', `${name} are declared and aren’t there.`)
  }),

  check('the name and the user of a transport are there', async stage => {
    const user = await stage.user('alice')
    const { transport } = await stage.client(user)
    demand(transport.name !== '', 'The transport has no name.')
    demandEqual(transport.self, user, 'The user of the transport')
  }),

  check(
    `[ORD5] synced ${capabilities.serverTime ? 'tells the server’s time' : 'tells no time'} [serverTime: ${String(capabilities.serverTime)}]`,
    async stage => {
      const { alice } = await pair(stage)
      const synced = alice.events.find(event => event.type === 'synced')
      const time = synced?.type === 'synced' ? synced.serverTime : undefined
      if (capabilities.serverTime) demand(time !== undefined && time > 0, 'synced doesn’t tell the server’s time.')
      else demandEqual(time, undefined, 'The time that synced tells')
    },
  ),
]
