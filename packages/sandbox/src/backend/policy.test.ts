import type { Capabilities } from '@parlance/core'
import { expect, it } from 'vitest'
import type { SandboxPolicy } from './policy.ts'
import { resolvePolicy } from './policy.ts'

const capabilities = (policy: SandboxPolicy): Capabilities => resolvePolicy(policy).capabilities

it('can do all there is unless told otherwise', () => {
  expect(capabilities({})).toEqual({
    ack: 'stored',
    dedupe: 'always',
    localIdVisible: true,
    refusalAfterAck: false,
    reconnects: 'core',
    order: 'atAck',
    ids: 'global',
    delivered: 'manual',
    read: {
      direct: { upTo: true, exactly: true, whole: true, maxRefs: 100 },
      group: { upTo: true, exactly: true, whole: true, maxRefs: 100 },
    },
    readCount: 'perMessageOptIn',
    readers: true,
    recall: { mode: 'server', windowMs: 120_000, enforced: true },
    edit: { windowMs: 900_000, moderators: false },
    history: {
      backward: true,
      forward: true,
      around: true,
      maxPage: 50,
      returns: 'current',
      includes: ['edits', 'recalls', 'deletions', 'receipts', 'counts', 'reactions', 'pins'],
    },
    resume: true,
    ownEcho: true,
    conversationList: true,
    unread: 'list',
    removal: 'withHistory',
    deletion: 'forMe',
    ephemeral: true,
    attachments: { maxBytes: 10_485_760 },
    maxMessageBytes: 65_536,
    settings: ['pinned', 'silenced', 'archived', 'markedUnread'],
    serverTime: true,
    reactions: true,
    pins: 'members',
    search: ['text', 'types', 'senders', 'times'],
    users: true,
    contacts: true,
    blocks: true,
    presence: true,
    groups: ['create', 'invite', 'remove', 'mute', 'roles', 'dissolve', 'update', 'members'],
  })
})

it('takes away what the policy takes away, line by line', () => {
  const lines: readonly (readonly [SandboxPolicy, Partial<Capabilities>])[] = [
    [{ dedupe: 'none' }, { dedupe: 'none' }],
    [{ order: 'late' }, { order: 'late', ack: 'taken' }],
    [{ refusalAfterAck: true }, { refusalAfterAck: true, ack: 'taken' }],
    [{ recall: { windowMs: Infinity } }, { recall: { mode: 'server', enforced: true } }],
    [{ recall: { mode: 'marker', windowMs: 5 } }, { recall: { mode: 'marker', enforced: false } }],
    [{ recall: { mode: 'none' } }, { recall: { mode: 'none', enforced: false } }],
    [{ edit: { windowMs: Infinity, moderators: true } }, { edit: { moderators: true } }],
    [
      { read: { group: { upTo: false, maxRefs: 3 } } },
      {
        read: {
          direct: { upTo: true, exactly: true, whole: true, maxRefs: 100 },
          group: { upTo: false, exactly: true, whole: true, maxRefs: 3 },
        },
      },
    ],
    [{ conversationList: false }, { conversationList: false, unread: 'none' }],
    [{ pins: 'moderators' }, { pins: 'moderators' }],
    [{ search: ['text'] }, { search: ['text'] }],
    [{ groups: ['members'] }, { groups: ['members'] }],
    [
      { readCountFor: 'moderators', customValues: 'strings' },
      { readCountFor: 'moderators', customValues: 'strings' },
    ],
    [{ attachments: { maxBytes: 5 } }, { attachments: { maxBytes: 5 } }],
    [
      { serverTime: false, ephemeral: false },
      { serverTime: false, ephemeral: false },
    ],
  ]
  const told = (policy: SandboxPolicy) => capabilities(policy).history.includes
  expect(told({ recall: { mode: 'none' }, edit: false, deletion: 'none', readCount: 'derived', reactions: false, pins: false })).toEqual([
    'receipts',
  ])
  expect(told({ history: { returns: 'original', includes: ['recalls'] } })).toEqual(['recalls'])
  const noForm = { upTo: false, exactly: false, whole: false }
  expect(told({ read: { direct: noForm, group: noForm }, delivered: 'none' })).not.toContain('receipts')
  for (const [policy, expected] of lines) expect(capabilities(policy)).toMatchObject(expected)
  expect(capabilities({ edit: false })).not.toHaveProperty('edit')
  expect(capabilities({ attachments: false })).not.toHaveProperty('attachments')
  const people = { users: false, contacts: false, blocks: false, presence: false, groups: false } as const
  const bare = capabilities({ reactions: false, pins: false, search: false, ...people })
  for (const name of ['reactions', 'pins', 'search', ...Object.keys(people)]) expect(bare).not.toHaveProperty(name)
  expect(capabilities({ recall: { windowMs: Infinity } }).recall).not.toHaveProperty('windowMs')
})
