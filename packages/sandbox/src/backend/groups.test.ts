import type { ConversationId, GroupSpec, Membership } from '@parlance/core'
import { direct, group, room } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')
const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({
    users: ['alice', 'bob', 'carol', 'dave', 'erin'],
    groups: [{ id: 'g', title: 'Friends', owner: 'alice', admins: ['bob'], members: ['carol', 'dave'] }],
    policy,
  })
  const [alice, bob, carol, erin] = [
    attachDevice(backend, 'alice'),
    attachDevice(backend, 'bob'),
    attachDevice(backend, 'carol'),
    attachDevice(backend, 'erin'),
  ]
  for (const device of [alice, bob, carol, erin]) device.take()
  return { backend, alice, bob, carol, erin }
}
/** What a device was told about members, in a word each. */
const news = (device: TestDevice): readonly string[] =>
  device
    .taken('membership')
    .map(({ membership: { user, state, role, muted, by } }) =>
      [
        user,
        state,
        ...(role === 'member' ? [] : [role]),
        ...(muted === true ? ['muted'] : []),
        ...(by === undefined ? [] : [`by ${by}`]),
      ].join(' '),
    )
const listed = (device: TestDevice, conversation: ConversationId): readonly Membership[] =>
  device.request('members', { conversation, count: 50 }).members.map(({ membership }) => membership)

describe('[GRP1] a new group', () => {
  it('is there for all who are in it, who made it being its owner', () => {
    const { alice, bob, erin } = setUp()
    const spec: GroupSpec = { kind: 'group', title: 'Walks', avatar: 'https://a.example/w.png', members: ['bob', 'erin', 'alice'] }
    const { conversation } = alice.request('createGroup', { spec })
    expect(conversation).toMatch(/^group:/)
    expect(erin.take()).toMatchObject([
      { type: 'membership', membership: { conversation, user: 'erin', state: 'member', by: 'alice' } },
      { type: 'conversation', entry: { id: conversation, title: 'Walks', avatar: spec.avatar, members: 3 } },
    ])
    expect(listed(bob, conversation)).toMatchObject([
      { user: 'alice', role: 'owner' },
      { user: 'bob', role: 'member', by: 'alice' },
      { user: 'erin', role: 'member' },
    ])
    bob.say(conversation, 'hello')
    expect(erin.taken('message')).toHaveLength(1)
  })

  it('or a room has a name that no other has', () => {
    const { alice, backend } = setUp()
    backend.addRoom({ id: 'm1' })
    const made = [1, 2, 3].map(() => alice.request('createGroup', { spec: { kind: 'room' } }).conversation)
    expect(new Set([room('m1'), ...made]).size).toBe(4)
  })

  it('is refused as a whole with somebody who is nobody or wants nothing of who asks, or an unsafe picture', () => {
    const { alice, backend, erin } = setUp()
    backend.block('erin', 'alice')
    erin.take()
    const made = (spec: Partial<GroupSpec>) => alice.refusal('createGroup', { spec: { kind: 'group', ...spec } })
    expect(made({ members: ['bob', 'nobody'] })).toMatchObject({ code: 'notFound', path: 'spec.members[1]' })
    expect(made({ members: ['erin'] })).toMatchObject({ code: 'blocked', path: 'spec.members[0]' })
    expect(made({ avatar: 'javascript:alert(1)' })).toMatchObject({ code: 'invalid', path: 'spec.avatar' })
    expect(alice.take()).toEqual([])
  })
})

describe('[GRP1] inviting', () => {
  it('makes members at once, and says who took them in', () => {
    const { alice, bob, erin } = setUp()
    bob.request('invite', { conversation: g, users: ['erin', 'carol'] })
    for (const device of [alice, erin]) expect(news(device)).toEqual(['erin member by bob'])
  })

  it('asks them first where the policy says so: they join or decline, and until then are no members', () => {
    const { alice, erin } = setUp({ invitations: true })
    alice.request('invite', { conversation: g, users: ['erin'] })
    alice.request('invite', { conversation: g, users: ['erin'] })
    expect(news(erin)).toEqual(['erin invited by alice'])
    expect(erin.refusal('history', { query: { conversation: g, count: 1, at: { newest: true } } }).code).toBe('notMember')
    expect(erin.request('conversations', { count: 5 }).entries).toEqual([])
    alice.say(g, 'without erin')
    expect(erin.take()).toEqual([])
    erin.request('leave', { conversation: g })
    expect(erin.refusal('join', { conversation: g }).code).toBe('forbidden')
    alice.request('invite', { conversation: g, users: ['erin'] })
    erin.request('join', { conversation: g })
    expect(news(erin)).toEqual(['erin left', 'erin invited by alice', 'erin member'])
    expect(listed(alice, g).map(({ user }) => user)).toContain('erin')
  })

  it('is told to a device that comes without a token, and taken back by removing', () => {
    const { alice, backend } = setUp({ invitations: true })
    alice.request('invite', { conversation: g, users: ['erin'] })
    const tablet = attachDevice(backend, 'erin', { device: 'tablet' })
    expect(news(tablet)).toEqual(['erin invited by alice'])
    alice.request('removeMembers', { conversation: g, users: ['erin'] })
    expect(news(tablet)).toEqual(['erin removed by alice'])
  })

  it('into a new group asks, too, where the policy says so', () => {
    const { alice, erin } = setUp({ invitations: true })
    const { conversation } = alice.request('createGroup', { spec: { kind: 'group', members: ['erin'] } })
    expect(news(erin)).toEqual(['erin invited by alice'])
    expect(listed(alice, conversation)).toMatchObject([
      { user: 'alice', role: 'owner' },
      { user: 'erin', state: 'invited' },
    ])
  })
})

describe('[GRP1] what owners and admins do', () => {
  it('removing is told to all and to who has to go, with who did it', () => {
    const { alice, bob, carol } = setUp()
    bob.request('removeMembers', { conversation: g, users: ['carol', 'erin'] })
    for (const device of [alice, carol]) expect(news(device)).toEqual(['carol removed by bob'])
  })

  it('muting takes somebody’s word and gives it back', () => {
    const { alice, carol } = setUp()
    for (const muted of [true, true, false]) alice.request('mute', { conversation: g, user: 'carol', muted })
    expect(news(carol)).toEqual(['carol member muted by alice', 'carol member by alice'])
  })

  it('roles are the owner’s to give, and the ownership with them', () => {
    const { alice, bob } = setUp()
    alice.request('setRole', { conversation: g, user: 'carol', role: 'admin' })
    alice.request('setRole', { conversation: g, user: 'bob', role: 'owner' })
    expect(news(bob)).toEqual(['carol member admin by alice', 'alice member admin', 'bob member owner by alice'])
    expect(alice.refusal('setRole', { conversation: g, user: 'carol', role: 'member' }).code).toBe('forbidden')
    expect(bob.refusal('setRole', { conversation: g, user: 'bob', role: 'member' }).code).toBe('invalid')
  })

  it('a title or picture is told to all, once', () => {
    const { alice, carol } = setUp()
    for (let times = 0; times < 2; times++) alice.request('updateGroup', { conversation: g, change: { title: 'Foes' } })
    expect(carol.taken('conversation')).toMatchObject([{ entry: { id: g, title: 'Foes' } }])
    expect(alice.refusal('updateGroup', { conversation: g, change: { avatar: 'javascript:alert(1)' } }).code).toBe('invalid')
  })

  it('dissolving ends it for all, also for who is only invited', () => {
    const { alice, carol, erin } = setUp({ invitations: true })
    alice.request('invite', { conversation: g, users: ['erin'] })
    for (const device of [carol, erin]) device.take()
    alice.request('dissolve', { conversation: g })
    expect([news(carol).at(-1), news(erin).at(-1)]).toEqual(['carol dissolved by alice', 'erin dissolved by alice'])
    expect(carol.refusal('members', { conversation: g, count: 1 }).code).toBe('groupNotFound')
  })

  it('is forbidden to others, against their equals, and where one does not belong', () => {
    const { alice, bob, carol, erin } = setUp()
    const codes = [
      carol.refusal('invite', { conversation: g, users: ['erin'] }),
      carol.refusal('removeMembers', { conversation: g, users: ['dave'] }),
      carol.refusal('mute', { conversation: g, user: 'dave', muted: true }),
      carol.refusal('updateGroup', { conversation: g, change: { title: 'Mine' } }),
      bob.refusal('setRole', { conversation: g, user: 'carol', role: 'admin' }),
      bob.refusal('dissolve', { conversation: g }),
      bob.refusal('removeMembers', { conversation: g, users: ['dave', 'alice'] }),
      bob.refusal('mute', { conversation: g, user: 'alice', muted: true }),
      bob.refusal('mute', { conversation: g, user: 'bob', muted: true }),
    ].map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['forbidden']))
    expect(erin.refusal('members', { conversation: g, count: 1 }).code).toBe('notMember')
    expect(alice.refusal('invite', { conversation: g, users: ['nobody'] })).toMatchObject({ code: 'notFound', path: 'users[0]' })
    expect(alice.refusal('removeMembers', { conversation: g, users: ['nobody'] })).toMatchObject({ code: 'notFound', path: 'users[0]' })
    expect(alice.refusal('mute', { conversation: g, user: 'erin', muted: true }).code).toBe('notFound')
    expect(alice.refusal('dissolve', { conversation: group('none') }).code).toBe('groupNotFound')
    expect(alice.refusal('dissolve', { conversation: direct('bob') }).code).toBe('invalid')
    expect(listed(alice, g)).toHaveLength(4)
  })

  it('is unsupported where the policy leaves it out', () => {
    const { alice } = setUp({ groups: ['create'] })
    const codes = [
      alice.refusal('invite', { conversation: g, users: ['erin'] }),
      alice.refusal('removeMembers', { conversation: g, users: ['carol'] }),
      alice.refusal('mute', { conversation: g, user: 'carol', muted: true }),
      alice.refusal('setRole', { conversation: g, user: 'carol', role: 'admin' }),
      alice.refusal('updateGroup', { conversation: g, change: {} }),
      alice.refusal('dissolve', { conversation: g }),
      alice.refusal('members', { conversation: g, count: 1 }),
      setUp({ groups: false }).alice.refusal('createGroup', { spec: { kind: 'group' } }),
    ].map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['unsupported']))
  })
})

describe('[MEM1] the members', () => {
  it('come page by page in the order of their ids, also while people go', () => {
    const { alice, backend } = setUp()
    const first = alice.request('members', { conversation: g, count: 2 })
    backend.removeMember(g, 'bob')
    const second = alice.request('members', { conversation: g, count: 2, ...(first.next !== undefined && { cursor: first.next }) })
    expect([first, second].map(page => page.members.map(({ membership }) => membership.user))).toEqual([
      ['alice', 'bob'],
      ['carol', 'dave'],
    ])
    expect(second.next).toBeUndefined()
    expect(alice.refusal('members', { conversation: g, count: 2, cursor: { x: 1 } }).code).toBe('invalid')
  })

  it('tell the version of each, so that an older one undoes nothing', () => {
    const { alice } = setUp()
    alice.request('mute', { conversation: g, user: 'carol', muted: true })
    const [fact] = alice.taken('membership')
    const listedFact = alice.request('members', { conversation: g, count: 9 }).members.find(({ membership }) => membership.user === 'carol')
    expect(listedFact).toMatchObject({ origin: 'history', version: fact?.version, membership: { muted: true, by: 'alice' } })
  })

  it('pass the ownership on when the owner leaves: to an admin, else to a member', () => {
    const { alice, bob, carol } = setUp()
    alice.request('leave', { conversation: g })
    bob.request('leave', { conversation: g })
    expect(news(carol).filter(line => line.includes('owner'))).toEqual([
      'alice left owner',
      'bob member owner',
      'bob left owner',
      'carol member owner',
    ])
  })
})
