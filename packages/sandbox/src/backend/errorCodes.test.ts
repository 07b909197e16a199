import type { ErrorCode, OutgoingMessage } from '@parlance/core'
import { direct, errorCodes, group, isChatError } from '@parlance/core'
import type { TestClock } from '@parlance/core/testing'
import { testClock } from '@parlance/core/testing'
import { decodeServerFrame } from '@parlance/websocket/wire'
import { describe, expect, it } from 'vitest'
import type { SandboxBackend } from './createBackend.ts'
import { createBackend } from './createBackend.ts'
import { createSandbox } from '../createSandbox.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

interface Stage {
  readonly backend: SandboxBackend
  readonly clock: TestClock
  readonly bob: TestDevice
  /** Has bob send something; throws what refuses it. */
  readonly send: (more?: Partial<OutgoingMessage>) => string
}
interface Cause {
  readonly policy?: SandboxPolicy
  readonly happens: (stage: Stage) => unknown
}

const text = (words: string) => ({ type: 'text', text: words }) as const
const g = group('g')
const rule = (refuse: 'contentRejected' | 'intercepted' | 'moderated'): Cause => ({
  policy: { content: [{ match: 'hello', refuse }] },
  happens: ({ send }) => send(),
})

/** What brings about each code that a backend can give. */
const causes: Partial<Record<ErrorCode, Cause>> = {
  unavailable: {
    happens: ({ backend, send }) => {
      backend.refuse({ user: 'bob', request: 'send', code: 'unavailable', retryAfterMs: 500 })
      return send()
    },
  },
  rateLimited: { policy: { rateLimit: { count: 0, perMs: 1_000 } }, happens: ({ send }) => send() },
  authExpired: {
    happens: ({ backend }) => {
      const credential = backend.token('bob')
      backend.expireToken('bob')
      return attachDevice(backend, 'bob', { credential })
    },
  },
  authRejected: { happens: ({ backend }) => attachDevice(backend, 'bob', { credential: 'wrong' }) },
  replacedElsewhere: {
    policy: { devices: 1 },
    happens: ({ backend, bob }) => {
      attachDevice(backend, 'bob', { device: 'other' })
      throw bob.ended ?? new Error('bob is still there')
    },
  },
  forbidden: {
    happens: ({ backend, bob }) => bob.request('recall', { target: { id: backend.post('alice', direct('bob'), 'mine').id ?? '' } }),
  },
  blocked: {
    happens: ({ backend, send }) => {
      backend.block('alice', 'bob')
      return send()
    },
  },
  notAllowlisted: {
    happens: ({ backend, send }) => {
      backend.allowlist(g, ['alice'])
      return send({ conversation: g })
    },
  },
  muted: {
    happens: ({ backend, send }) => {
      backend.mute(g, 'bob')
      return send({ conversation: g })
    },
  },
  notMember: { happens: ({ send }) => send({ conversation: group('closed') }) },
  notFound: { happens: ({ send }) => send({ conversation: direct('nobody') }) },
  groupNotFound: { happens: ({ send }) => send({ conversation: group('nothing') }) },
  recallTooLate: {
    happens: async ({ send, clock, bob }) => {
      const id = send()
      await clock.advance(120_001)
      return bob.request('recall', { target: { id } })
    },
  },
  recallDisabled: { policy: { recall: { mode: 'none' } }, happens: ({ send, bob }) => bob.request('recall', { target: { id: send() } }) },
  editTooLate: {
    policy: { edit: { windowMs: 10 } },
    happens: async ({ send, clock, bob }) => {
      const id = send()
      await clock.advance(11)
      return bob.request('edit', { target: { id }, body: text('late') })
    },
  },
  contentRejected: rule('contentRejected'),
  intercepted: rule('intercepted'),
  moderated: rule('moderated'),
  tooLarge: { happens: ({ send }) => send({ body: text('x'.repeat(2_000_000)) }) },
  invalid: { happens: ({ send }) => send({ to: ['carol'] }) },
  protocol: {
    happens: () => {
      const { sessions } = createSandbox({ users: ['bob'] })
      const said: string[] = []
      sessions.accept({ buffered: 0, send: frame => said.push(frame), close() {} }).frame('{"t":"da')
      const frame = decodeServerFrame(said[0] ?? '', 1_000)
      throw frame.ok && frame.value.t === 'fault' ? frame.value.error : new Error(said[0])
    },
  },
  unsupported: {
    policy: { reactions: false },
    happens: ({ send, bob }) => bob.request('react', { target: { id: send() }, emoji: '👍', active: true }),
  },
  unknown: {
    happens: ({ backend, send }) => {
      backend.refuse({ code: 'unknown' })
      return send()
    },
  },
}

/** What no backend says: it comes of the device, the link or the core. */
const elsewhere: readonly ErrorCode[] = ['offline', 'timeout', 'cancelled', 'storage', 'internal', 'conflict']

describe('every code that a backend can give can be brought about', () => {
  it.each(errorCodes.filter(code => !elsewhere.includes(code)))('%s', async code => {
    const cause = causes[code]
    const clock = testClock()
    const backend = createBackend({
      users: ['alice', 'bob', 'carol'],
      groups: [
        { id: 'g', members: ['alice', 'bob'] },
        { id: 'closed', members: ['alice'] },
      ],
      clock,
      ...(cause?.policy !== undefined && { policy: cause.policy }),
    })
    const bob = attachDevice(backend, 'bob')
    const send = (more: Partial<OutgoingMessage> = {}): string => {
      const message: OutgoingMessage = { conversation: direct('alice'), localId: 'l', body: text('hello'), ...more }
      return bob.request('send', { message }).id ?? ''
    }
    const thrown = await Promise.resolve()
      .then(() => cause?.happens({ backend, clock, bob, send }))
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    expect(isChatError(thrown) && thrown.code).toBe(code)
  })
})

it('refuses by decree whom, what and how often it is told to, until that is taken back', () => {
  const backend = createBackend({ users: ['alice', 'bob'] })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  backend.refuse({ user: 'bob', request: 'conversations', code: 'unavailable', times: 2, retryAfterMs: 500 })
  const outcome = (device: TestDevice) => {
    try {
      device.request('conversations', { count: 1 })
      return 'done'
    } catch (error) {
      return isChatError(error) ? `${error.code} ${error.retryAfterMs ?? ''}` : 'other'
    }
  }
  expect(outcome(alice)).toBe('done')
  expect([outcome(bob), outcome(bob), outcome(bob)]).toEqual(['unavailable 500', 'unavailable 500', 'done'])
  const end = backend.refuse({ code: 'internal', times: Infinity })
  expect([outcome(alice), outcome(bob), outcome(alice)]).toEqual(['internal ', 'internal ', 'internal '])
  end()
  expect([outcome(alice), outcome(bob)]).toEqual(['done', 'done'])
})

it('[SND5] can carry a request out and refuse it all the same; asked again, it is the same message', () => {
  const backend = createBackend({ users: ['alice', 'bob'] })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  backend.refuse({ request: 'send', code: 'unavailable', carriedOut: true })
  const message = { conversation: direct('bob'), localId: 'l', body: text('hello') } as const
  expect(alice.refusal('send', { message })).toMatchObject({ code: 'unavailable', effect: 'maybe' })
  const [fact] = bob.taken('message')
  expect(alice.request('send', { message }).id).toBe(fact?.message.id)
  expect(bob.take()).toEqual([])
})
