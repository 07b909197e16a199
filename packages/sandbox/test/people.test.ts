import type { Chat, UserId } from '@parlance/core'
import { createChat, group } from '@parlance/core'
import { contacts, presence } from '@parlance/core/contacts'
import { groups } from '@parlance/core/groups'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import { createSandbox } from '../src/createSandbox.ts'

const friends = group('friends')

/** A sandbox whose network loses, doubles and swaps frames, and chats on it. */
const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const sandbox = createSandbox({
    clock,
    policy,
    users: [{ id: 'alice', name: 'Alice' }, 'bob', 'carol', 'dave'],
    groups: [{ id: 'friends', owner: 'alice', members: ['bob'] }],
  })
  sandbox.faults.set('all', { latencyMs: 20, loss: 0.1, duplicate: 0.2, reorder: 0.2 })
  /** Lets time pass until nothing is under way: who comes back waits for the next try first. */
  const quiet = async (): Promise<void> => {
    const end = { reached: false }
    const still = sandbox.quiet().finally(() => {
      end.reached = true
    })
    while (!end.reached) await clock.advance(100)
    await still
  }
  const chatOf = (user: UserId, device?: string): Chat => {
    const chat = createChat({
      transport: sandbox.transport(user, device === undefined ? {} : { device }),
      clock,
      random: () => 0.5,
      publish: 'microtask',
    })
    sandbox.watch(chat)
    void chat.connect()
    return chat
  }
  /** Lets something be done, and waits until everybody has heard of it. */
  const done = async <T>(doing: Promise<T>): Promise<T> => {
    await quiet()
    return doing
  }
  return { sandbox, clock, quiet, done, chatOf }
}

describe('[CTC1] contacts over a bad network', () => {
  it('are the same for both people and on both devices, also after a while away', async () => {
    const { sandbox, quiet, done, chatOf } = setUp()
    const [phone, tablet, bob, carol] = [chatOf('alice'), chatOf('alice', 'tablet'), chatOf('bob'), chatOf('carol')]
    for (const chat of [phone, tablet, bob]) contacts(chat).list.subscribe(() => undefined)
    await quiet()
    expect(await done(contacts(phone).add('bob', { message: 'It is me.' }))).toMatchObject({ ok: true })
    expect(contacts(bob).requests.get().incoming).toMatchObject([{ user: 'alice', message: 'It is me.' }])
    sandbox.faults.cut('alice')
    await done(contacts(bob).accept('alice'))
    await done(contacts(carol).add('alice'))
    sandbox.faults.restore('alice')
    await quiet()
    for (const chat of [phone, tablet]) {
      expect(contacts(chat).list.get()).toMatchObject([{ user: 'bob', state: 'contact' }])
      expect(contacts(chat).requests.get().incoming).toMatchObject([{ user: 'carol' }])
    }
    await done(contacts(tablet).block('carol'))
    expect(phone.blocklist.get()).toEqual(['carol'])
  })

  it('that changed while nobody kept note are asked for again', async () => {
    const { sandbox, quiet, chatOf } = setUp({ resume: false })
    const alice = chatOf('alice')
    const { list } = contacts(alice)
    list.subscribe(() => undefined)
    sandbox.backend.act('bob', 'addContact', { user: 'alice' })
    sandbox.backend.act('alice', 'acceptContact', { user: 'bob' })
    await quiet()
    expect(list.get()).toMatchObject([{ user: 'bob' }])
    sandbox.faults.cut('alice')
    sandbox.backend.act('bob', 'removeContact', { user: 'alice' })
    sandbox.faults.restore('alice')
    await quiet()
    expect(list.get()).toEqual([])
  })
})

describe('[PRS1] presence over a bad network', () => {
  it('follows those who are watched, over every link', async () => {
    const { sandbox, quiet, done, chatOf } = setUp()
    const [alice, bob] = [chatOf('alice'), chatOf('bob')]
    presence(alice)
      .of('bob')
      .subscribe(() => undefined)
    await quiet()
    expect(presence(alice).of('bob').get()).toEqual({ state: 'online' })
    await done(presence(bob).set({ state: 'busy', status: 'in a meeting' }))
    expect(presence(alice).of('bob').get()).toEqual({ state: 'busy', status: 'in a meeting' })
    sandbox.faults.cut('alice')
    await done(bob.disconnect())
    sandbox.faults.restore('alice')
    await quiet()
    expect(presence(alice).of('bob').get()).toMatchObject({ state: 'offline', lastSeenAt: expect.any(Number) as number })
    expect(presence(alice).of('carol').get()).toBeUndefined()
  })
})

describe('[GRP1] groups over a bad network', () => {
  it('are made, joined by invitation, and shown to all of their members alike', async () => {
    const { quiet, done, chatOf } = setUp({ invitations: true })
    const [alice, bob, carol] = [chatOf('alice'), chatOf('bob'), chatOf('carol')]
    await quiet()
    const made = await done(groups(alice).create({ kind: 'group', title: 'Walks', members: ['bob', 'carol'] }))
    const walks = made.ok ? made.value : friends
    for (const chat of [alice, bob])
      groups(chat)
        .members(walks)
        .subscribe(() => undefined)
    expect(groups(bob).invitations.get()).toEqual([
      { conversation: walks, user: 'bob', state: 'invited', role: 'member', muted: false, by: 'alice' },
    ])
    await done(groups(bob).join(walks))
    await done(groups(carol).leave(walks))
    await done(groups(alice).setRole(walks, 'bob', 'admin'))
    for (const chat of [alice, bob]) {
      expect(
        groups(chat)
          .members(walks)
          .get()
          .map(({ user, role }) => `${user} ${role ?? ''}`),
      ).toEqual(['alice owner', 'bob admin'])
    }
    expect(groups(bob).invitations.get()).toEqual([])
    expect(alice.conversation(walks).info.get()).toMatchObject({ title: 'Walks', members: 2 })
  })

  it('that somebody left while nobody kept note no longer show them', async () => {
    const { sandbox, quiet, chatOf } = setUp({ resume: false })
    sandbox.backend.addMember(friends, 'carol')
    const bob = chatOf('bob')
    const members = groups(bob).members(friends)
    members.subscribe(() => undefined)
    await quiet()
    expect(members.get().map(({ user }) => user)).toEqual(['alice', 'bob', 'carol'])
    sandbox.faults.cut('bob')
    sandbox.backend.removeMember(friends, 'carol')
    sandbox.backend.addMember(friends, 'dave')
    sandbox.faults.restore('bob')
    await quiet()
    expect(members.get().map(({ user }) => user)).toEqual(['alice', 'bob', 'dave'])
  })

  it('say who made somebody go, and take the word from who is muted', async () => {
    const { quiet, done, chatOf } = setUp()
    const [alice, bob] = [chatOf('alice'), chatOf('bob')]
    await quiet()
    const told: unknown[] = []
    bob.membership$.subscribe(({ state, by, muted }) => told.push([state, by, muted]))
    await done(groups(alice).mute(friends, 'bob'))
    expect(bob.conversation(friends).can.get()).toEqual({ send: false, reason: 'muted' })
    await done(groups(alice).remove(friends, ['bob']))
    expect(bob.conversation(friends).can.get()).toEqual({ send: false, reason: 'notMember' })
    expect(told).toEqual([
      ['member', 'alice', true],
      ['removed', 'alice', true],
    ])
    expect(await done(groups(bob).invite(friends, ['carol']))).toMatchObject({ ok: false, error: { code: 'notMember' } })
  })
})

describe('[USR1] the directory of a backend', () => {
  it('names those who are shown, and leaves the others their ids', async () => {
    const { quiet, chatOf } = setUp()
    const bob = chatOf('bob')
    for (const user of ['alice', 'bob', 'nobody']) bob.user(user).subscribe(() => undefined)
    await quiet()
    expect(['alice', 'bob', 'nobody'].map(user => bob.user(user).get().name)).toEqual(['Alice', 'bob', 'nobody'])
  })
})
