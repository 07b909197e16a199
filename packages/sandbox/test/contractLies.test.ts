import type { Capabilities } from '@parlance/core'
import type { ContractBackend, ContractCheck } from '@parlance/core/testing'
import { transportContract } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import { bent, events } from './bend.ts'
import { sandboxContract } from './sandboxContract.ts'

/** A capability, a policy that says how things are, and what is declared instead. */
type Lie = readonly [capability: string, policy: SandboxPolicy, declared: (truth: Capabilities) => Partial<Capabilities>]

/** The same policy two ways, and each declared as the other. */
const bothWays = (
  capability: string,
  one: SandboxPolicy,
  other: SandboxPolicy,
  ...keys: readonly (keyof Capabilities)[]
): readonly Lie[] => {
  const declaredLike = (policy: SandboxPolicy) => (): Partial<Capabilities> => {
    const { capabilities } = sandboxContract(policy)
    return Object.fromEntries(keys.map(key => [key, capabilities[key]]))
  }
  return [
    [capability, one, declaredLike(other)],
    [capability, other, declaredLike(one)],
  ]
}

const form = (kind: 'direct' | 'group', name: 'upTo' | 'exactly' | 'whole'): readonly Lie[] =>
  bothWays(`read.${kind}.${name}`, {}, { read: { [kind]: { [name]: false } } }, 'read')
const includes = ['edits', 'recalls', 'deletions', 'receipts', 'counts', 'reactions', 'pins'] as const
const ways = ['text', 'types', 'senders', 'times'] as const
const settings = ['pinned', 'silenced', 'archived', 'markedUnread'] as const
const abilities = ['create', 'invite', 'remove', 'mute', 'roles', 'update', 'dissolve', 'members'] as const
const original = { returns: 'original' } as const

const lies: readonly Lie[] = [
  ...bothWays('order', {}, { order: 'late' }, 'order'),
  ...bothWays('dedupe', {}, { dedupe: 'none' }, 'dedupe'),
  ...bothWays('dedupe', {}, { dedupe: { windowMs: 60_000 } }, 'dedupe'),
  ...bothWays('dedupe', { dedupe: 'none' }, { dedupe: { windowMs: 60_000 } }, 'dedupe'),
  ...bothWays('localIdVisible', {}, { localIdVisible: false }, 'localIdVisible'),
  ...bothWays('refusalAfterAck', {}, { refusalAfterAck: true }, 'refusalAfterAck'),
  ['reconnects', {}, () => ({ reconnects: 'transport' })],
  ...bothWays('ids', {}, { ids: 'conversation' }, 'ids'),
  ...bothWays('delivered', {}, { delivered: 'auto' }, 'delivered'),
  ...bothWays('delivered', { delivered: 'none' }, { delivered: 'auto' }, 'delivered'),
  ...bothWays('delivered', {}, { delivered: 'none' }, 'delivered'),
  ...form('direct', 'upTo'),
  ...form('direct', 'exactly'),
  ...form('direct', 'whole'),
  ...form('group', 'upTo'),
  ...form('group', 'exactly'),
  ...form('group', 'whole'),
  ...bothWays('read.direct.maxRefs', { read: { direct: { maxRefs: 3 } } }, { read: { direct: { maxRefs: 5 } } }, 'read'),
  ...bothWays('readCount', {}, { readCount: 'everyMessage' }, 'readCount'),
  ...bothWays('readCount', {}, { readCount: 'none' }, 'readCount'),
  ...bothWays('readCount', { readCount: 'none' }, { readCount: 'everyMessage' }, 'readCount'),
  ['readCount', { readCount: 'derived' }, () => ({ readCount: 'perMessageOptIn' })],
  ['readCount', {}, () => ({ readCount: 'derived' })],
  ...bothWays('readCountFor', {}, { readCountFor: 'moderators' }, 'readCountFor'),
  ...bothWays('readers', {}, { readers: false }, 'readers'),
  ...bothWays('recall', {}, { recall: { mode: 'none' } }, 'recall'),
  ...bothWays('recall', { recall: { mode: 'marker' } }, { recall: { mode: 'none' } }, 'recall'),
  ['recall', { recall: { mode: 'marker' } }, () => ({ recall: { mode: 'server', enforced: true } })],
  ['recall', { recall: { mode: 'marker' } }, () => ({ recall: { mode: 'marker', enforced: true } })],
  ...bothWays('recall.windowMs', {}, { recall: { windowMs: 600_000 } }, 'recall'),
  ['recall.windowMs', { recall: { windowMs: Infinity } }, () => ({ recall: { mode: 'server', windowMs: 60_000, enforced: true } })],
  ...bothWays('edit', {}, { edit: false }, 'edit'),
  ...bothWays('edit.windowMs', { edit: { windowMs: 60_000 } }, { edit: { windowMs: 600_000 } }, 'edit'),
  ...bothWays('history.backward', {}, { history: { backward: false } }, 'history'),
  ...bothWays('history.forward', {}, { history: { forward: false } }, 'history'),
  ...bothWays('history.around', {}, { history: { around: false } }, 'history'),
  ...bothWays('history.maxPage', { history: { maxPage: 10 } }, { history: { maxPage: 20 } }, 'history'),
  ...bothWays('history.returns', {}, { history: original }, 'history'),
  ...includes.flatMap(what =>
    bothWays(
      `history.includes: ${what}`,
      { history: original },
      { history: { ...original, includes: includes.filter(other => other !== what) } },
      'history',
    ),
  ),
  ...bothWays('resume', {}, { resume: false }, 'resume'),
  ...bothWays('ownEcho', {}, { ownEcho: false }, 'ownEcho'),
  ...bothWays('conversationList', {}, { conversationList: false }, 'conversationList'),
  ...bothWays('unread', {}, { unread: 'none' }, 'unread'),
  ...bothWays('removal', {}, { removal: 'none' }, 'removal'),
  ...bothWays('removal', {}, { removal: 'conversation' }, 'removal'),
  ...bothWays('removal', { removal: 'none' }, { removal: 'conversation' }, 'removal'),
  ...bothWays('deletion', {}, { deletion: 'none' }, 'deletion'),
  ...bothWays('deletion', {}, { deletion: 'forAll' }, 'deletion'),
  ...bothWays('deletion', { deletion: 'none' }, { deletion: 'forAll' }, 'deletion'),
  ...bothWays('ephemeral', {}, { ephemeral: false }, 'ephemeral'),
  ...bothWays('attachments', {}, { attachments: false }, 'attachments'),
  ...bothWays('attachments', { attachments: { maxBytes: 1_000 } }, { attachments: { maxBytes: 2_000 } }, 'attachments'),
  ...bothWays('maxMessageBytes', { maxMessageBytes: 2_000 }, { maxMessageBytes: 4_000 }, 'maxMessageBytes'),
  ...settings.flatMap(setting =>
    bothWays(`settings: ${setting}`, {}, { settings: settings.filter(other => other !== setting) }, 'settings'),
  ),
  ...bothWays('customValues', {}, { customValues: 'strings' }, 'customValues'),
  ...bothWays('reactions', {}, { reactions: false }, 'reactions'),
  ...bothWays('pins', {}, { pins: false }, 'pins'),
  ...bothWays('pins', {}, { pins: 'moderators' }, 'pins'),
  ...bothWays('pins', { pins: false }, { pins: 'moderators' }, 'pins'),
  ...bothWays('search', {}, { search: false }, 'search'),
  ...ways.flatMap(way => bothWays(`search: ${way}`, {}, { search: ways.filter(other => other !== way) }, 'search')),
  ...bothWays('serverTime', {}, { serverTime: false }, 'serverTime'),
  ...bothWays('users', {}, { users: false }, 'users'),
  ...bothWays('contacts', {}, { contacts: false }, 'contacts'),
  ...bothWays('blocks', {}, { blocks: false }, 'blocks'),
  ...bothWays('presence', {}, { presence: false }, 'presence'),
  ...abilities.flatMap(ability => bothWays(`groups: ${ability}`, {}, { groups: abilities.filter(other => other !== ability) }, 'groups')),
]

/** The sandbox under a policy, with transports that declare something else. */
const lying = (policy: SandboxPolicy, declared: (truth: Capabilities) => Partial<Capabilities>): ContractBackend => {
  const backend = sandboxContract(policy)
  const capabilities = { ...backend.capabilities, ...declared(backend.capabilities) }
  return {
    ...backend,
    capabilities,
    patienceMs: 200,
    open: async (user, device) => {
      const hushed = events(event => (event.type === 'capabilities' ? [] : [event]))
      return bent(await backend.open(user, device), straight => ({ ...hushed(straight), capabilities }))
    },
  }
}

const shown = (declared: Partial<Capabilities>): string => JSON.stringify(declared, (_, value: unknown) => value ?? null)

/** The checks that name a capability in their last brackets. */
const checksOf = (backend: ContractBackend, capability: string): readonly ContractCheck[] =>
  transportContract(backend).filter(({ name, applies }) => {
    const label = name.slice(name.lastIndexOf('[') + 1).replace('not ', '')
    return applies === true && label.startsWith(capability)
  })

describe('a transport that declares what isn’t so is caught by a check that names the capability', () => {
  for (const [capability, policy, declared] of lies) {
    const said = declared(sandboxContract(policy).capabilities)
    it(`${capability}: ${JSON.stringify(policy)} declared as ${shown(said)}`, async () => {
      for (const { run } of checksOf(sandboxContract(policy), capability)) await run()

      const failures: unknown[] = []
      for (const { run } of checksOf(lying(policy, declared), capability)) await run().catch((failure: unknown) => failures.push(failure))
      expect(failures).not.toEqual([])
    })
  }
})
