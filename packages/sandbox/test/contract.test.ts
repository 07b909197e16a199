import type { ContractBackend } from '@parlance/core/testing'
import { transportContract } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import { bent } from './bend.ts'
import { byItself, reconnecting } from './reconnecting.ts'
import { sandboxContract } from './sandboxContract.ts'

interface Backend {
  readonly policy: SandboxPolicy
  /** The reasons for which checks don't apply. */
  readonly without: readonly string[]
}

const noForms = { upTo: false, exactly: false, whole: false }

const backends: Readonly<Record<string, Backend>> = {
  'a backend that can do all there is': { policy: {}, without: [] },

  'a poor backend, which neither dedupes nor resumes': {
    policy: {
      dedupe: 'none',
      order: 'late',
      localIdVisible: false,
      ownEcho: false,
      ids: 'conversation',
      edit: false,
      recall: { mode: 'none' },
      deletion: 'none',
      removal: 'none',
      readCount: 'none',
      readers: false,
      delivered: 'none',
      read: { direct: { ...noForms, upTo: true }, group: { ...noForms, whole: true } },
      history: { forward: false, around: false, includes: [], maxPage: 20 },
      resume: false,
      conversationList: false,
      ephemeral: false,
      attachments: false,
      settings: [],
      serverTime: false,
      maxMessageBytes: 2_000,
      reactions: false,
      pins: false,
      search: false,
      customValues: 'strings',
      users: false,
      contacts: false,
      blocks: false,
      presence: false,
      groups: false,
    },
    without: [
      'the backend has no edits',
      'the backend has no recalls',
      'the backend has no deletions',
      'the backend has no counts',
      'the backend has no reactions',
      'the backend has no pins',
      'the backend has no edits',
      'no bound is declared',
      'the backend tells no unread numbers',
      'the backend has no recalls to name messages by',
    ],
  },

  'a backend that passes claims on and leaves judging to readers': {
    policy: {
      dedupe: { windowMs: 60_000 },
      order: 'late',
      refusalAfterAck: true,
      ids: 'conversation',
      recall: { mode: 'marker' },
      edit: { windowMs: 60_000 },
      deletion: 'forAll',
      removal: 'conversation',
      readCount: 'derived',
      delivered: 'auto',
      read: { direct: { upTo: false }, group: { upTo: false, whole: false } },
      history: { returns: 'original', includes: ['recalls', 'receipts'] },
      unread: 'none',
      settings: ['pinned', 'markedUnread'],
      attachments: { maxBytes: 1_000 },
      invitations: true,
    },
    without: ['the backend has no counts', 'no window is declared', 'the backend tells no unread numbers'],
  },

  'a backend that counts every message, and has only the newest page': {
    policy: {
      localIdVisible: false,
      ownEcho: false,
      recall: { windowMs: Infinity },
      edit: { windowMs: Infinity },
      readCount: 'everyMessage',
      read: { direct: { whole: false, maxRefs: 3 }, group: { exactly: false } },
      history: { backward: false, forward: false, around: false },
    },
    without: ['no window is declared', 'no window is declared'],
  },

  'a backend where moderators alone pin and ask for counts, and that searches by words': {
    policy: {
      pins: 'moderators',
      readCountFor: 'moderators',
      search: ['text'],
      customValues: 'strings',
      history: { includes: [] },
      groups: ['create', 'members'],
    },
    without: ['the backend doesn’t search by words and senders'],
  },

  'a backend without marks': {
    policy: { read: { direct: noForms, group: noForms }, readCount: 'none', delivered: 'none' },
    without: [
      'the backend takes no marks',
      'the backend has no counts',
      'no bound is declared',
      'the backend takes no marks in direct conversations',
      'the backend takes no marks in groups',
      'the backend takes no marks in groups',
      'the backend takes no marks in direct conversations',
    ],
  },
}

const register = (backend: ContractBackend, without: readonly string[]): void => {
  const checks = transportContract(backend)
  for (const { name, applies, run } of checks) if (applies === true) it(name, run)

  it('says of every other check why it does not apply', () => {
    expect(checks.flatMap(({ applies }) => (applies === true ? [] : [applies]))).toEqual(without)
  })

  it('has a name of its own for each check', () => {
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
  })
}

for (const [name, { policy, without }] of Object.entries(backends)) {
  describe(name, () => register(sandboxContract(policy), without))
}

describe('a transport that reconnects by itself', () => {
  const straight = sandboxContract({})
  const open: ContractBackend['open'] = async (user, device) => bent(await straight.open(user, device), reconnecting)
  register({ ...straight, capabilities: byItself(straight.capabilities), open }, [])
})
