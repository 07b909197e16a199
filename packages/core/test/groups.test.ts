import { describe, expect, it } from 'vitest'
import { groups } from '../src/groups/groups.ts'
import { chatError } from '../src/model/error.ts'
import { direct, group, room, type ConversationId } from '../src/model/ids.ts'
import type { Membership } from '../src/model/membership.ts'
import type { MembershipFact } from '../src/protocol/fact.ts'
import type { GroupOps, MembersPage } from '../src/protocol/transport.ts'
import { scriptedFacet } from './scriptedFacet.ts'
import type { ScriptedOptions } from './scriptedTransport.ts'
import { createScriptedChat } from './startChat.ts'

const team = group('42')
const all = ['create', 'invite', 'remove', 'mute', 'setRole', 'update', 'dissolve', 'members'] as const

const standing = (user: string, more: Partial<Membership> = {}, version?: string): MembershipFact => ({
  type: 'membership',
  origin: 'live',
  membership: { conversation: team, user, state: 'member', ...more },
  ...(version !== undefined && { version }),
})
const page = (users: readonly string[], next?: string): MembersPage => ({
  members: users.map(user => standing(user)),
  ...(next !== undefined && { next }),
})
const names = (members: readonly Membership[]): readonly string[] => members.map(({ user }) => user)
const ignore = (): undefined => undefined

/** A chat whose backend has groups; not connected yet. */
const withGroups = ({ capabilities, ...options }: ScriptedOptions = {}) => {
  const ops = scriptedFacet<GroupOps>(...all)
  const started = createScriptedChat({
    capabilities: { groups: ['create', 'invite', 'remove', 'mute', 'roles', 'dissolve', 'update', 'members'], ...capabilities },
    also: { groups: ops.facet },
    ...options,
  })
  return { ...started, ops, teams: groups(started.chat) }
}

describe('[GRP1] what I do about a group', () => {
  it('is asked of the backend: a new one answers with its id', async () => {
    const { teams, ops, goOnline } = withGroups()
    await goOnline()
    const creating = teams.create({ kind: 'group', title: 'Friends', members: ['bob', 'carol', 'bob'] })
    expect(ops.next('create').args[0]).toEqual({ kind: 'group', title: 'Friends', members: ['bob', 'carol'] })
    ops.next('create').answer({ conversation: team })
    expect(await creating).toEqual({ ok: true, value: team })
  })

  it('is a protocol error where what was made has no name', async () => {
    const { teams, ops, goOnline } = withGroups()
    await goOnline()
    const creating = teams.create({ kind: 'room' })
    ops.next('create').answer({ conversation: '42' as ConversationId })
    expect(await creating).toMatchObject({ ok: false, error: { code: 'protocol' } })
  })

  it('goes out with all that was said, and comes back with what became of it', async () => {
    const { teams, ops, goOnline } = withGroups()
    await goOnline()
    const asked = {
      invite: teams.invite(team, ['bob', 'bob']),
      remove: teams.remove(team, ['bob']),
      mute: teams.mute(team, 'bob'),
      setRole: teams.setRole(team, 'bob', 'admin'),
      update: teams.update(team, { title: 'Foes' }),
      dissolve: teams.dissolve(team),
    }
    expect([
      ops.next('invite').args.slice(0, -1),
      ops.next('remove').args.slice(0, -1),
      ops.next('mute').args.slice(0, -1),
      ops.next('setRole').args.slice(0, -1),
      ops.next('update').args.slice(0, -1),
      ops.next('dissolve').args.slice(0, -1),
    ]).toEqual([[team, ['bob']], [team, ['bob']], [team, 'bob', true], [team, 'bob', 'admin'], [team, { title: 'Foes' }], [team]])
    for (const name of ['invite', 'remove', 'mute', 'setRole', 'update'] as const) {
      ops.next(name).answer(undefined)
      expect(await asked[name]).toEqual({ ok: true, value: undefined })
    }
    ops.next('dissolve').refuse(chatError('forbidden'))
    expect(await asked.dissolve).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    void teams.mute(team, 'bob', false)
    expect(ops.next('mute').args[2]).toBe(false)
  })

  it('enters and leaves by the commands that the transport has anyway', async () => {
    const { teams, script, goOnline } = withGroups()
    await goOnline()
    const [joining, leaving] = [teams.join(room('7')), teams.leave(team)]
    expect([script.next('join').args[0], script.next('leave').args[0]]).toEqual([room('7'), team])
    script.next('join').answer(undefined)
    script.next('leave').refuse(chatError('notMember'))
    expect([await joining, await leaving]).toMatchObject([{ ok: true }, { error: { code: 'notMember' } }])
  })

  it('is unsupported where the backend has no groups or does not say that it can, and between two', async () => {
    const none = withGroups({ without: ['groups', 'join', 'leave'] })
    const few = withGroups({ capabilities: { groups: ['create'] } })
    for (const { goOnline } of [none, few]) await goOnline()
    const outcomes = [
      none.teams.create({ kind: 'group' }),
      none.teams.join(team),
      none.teams.leave(team),
      few.teams.invite(team, ['bob']),
      few.teams.remove(team, ['bob']),
      few.teams.mute(team, 'bob'),
      few.teams.setRole(team, 'bob', 'admin'),
      few.teams.update(team, {}),
      few.teams.dissolve(team),
      few.teams.loadMembers(team),
      few.teams.loadMembers(team, { more: true }),
      few.teams.leave(direct('bob')),
      withGroups().teams.invite(direct('bob'), ['carol']),
    ]
    for (const outcome of outcomes) expect(await outcome).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    expect(all.flatMap(name => few.ops.asked(name))).toEqual([])
    few.teams.members(team).subscribe(ignore)
    none.teams.members(direct('bob')).subscribe(ignore)
    expect([...few.errors, ...none.errors]).toEqual([])
  })

  it('takes ids, and says so to who gives none', () => {
    const { teams } = withGroups()
    const wrong = '42' as ConversationId
    for (const call of [() => teams.members(wrong), () => teams.join(wrong), () => void teams.invite(wrong, ['bob'])])
      expect(call).toThrow(/is no conversation's id/)
    for (const call of [() => teams.invite(team, ['']), () => teams.create({ kind: 'group', members: [''] }), () => teams.mute(team, '')])
      expect(call).toThrow(/takes a user's id/)
  })
})

describe('[MEM1] the members of a conversation', () => {
  it('are asked for when somebody first subscribes: owners first, then admins, each by id', async () => {
    const { teams, ops, goOnline, clock } = withGroups()
    await goOnline()
    const seen: (readonly string[])[] = []
    teams.members(team).subscribe(members => seen.push(names(members)))
    teams.members(team).subscribe(ignore)
    expect(teams.memberPages(team).get()).toEqual({ state: 'loading', hasMore: true })
    ops.next('members').answer({
      members: [
        standing('erin', { role: 'admin' }),
        standing('alice'),
        standing('dave', { role: 'owner' }),
        standing('bob', { role: 'admin' }),
        standing('carol', { state: 'invited', by: 'dave' }),
        standing('frank', { state: 'left' }),
      ],
    })
    await clock.settle()
    expect(seen).toEqual([[], ['dave', 'bob', 'erin', 'alice']])
    expect(teams.invited(team).get()).toEqual([{ conversation: team, user: 'carol', state: 'invited', by: 'dave' }])
    expect(teams.memberPages(team).get()).toEqual({ state: 'idle', hasMore: false })
    expect(ops.asked('members')).toHaveLength(1)
  })

  it('follow what is told of them, and wake nobody for a message [BND3]', async () => {
    const { teams, ops, script, goOnline, clock } = withGroups()
    await goOnline()
    const seen: (readonly Membership[])[] = []
    teams.members(team).subscribe(members => seen.push(members))
    ops.next('members').answer(page(['alice', 'bob']))
    await clock.settle()
    script.tell({
      type: 'message',
      origin: 'live',
      message: { conversation: team, from: 'bob', id: '1', position: '1', body: { type: 'text', text: 'hello' } },
    })
    await clock.settle()
    script.tell(standing('bob', { state: 'removed', by: 'alice' }), standing('carol', { role: 'admin', muted: true }))
    await clock.settle()
    expect(seen.map(names)).toEqual([[], ['alice', 'bob'], ['carol', 'alice']])
    expect(seen[2]?.[1]).toBe(seen[1]?.[0])
  })

  it('come page by page, one request at a time, and no more when they are all here', async () => {
    const { teams, ops, goOnline } = withGroups()
    await goOnline()
    const first = teams.loadMembers(team)
    expect(teams.loadMembers(team)).toBe(first)
    ops.next('members').answer(page(['alice', 'bob'], 'after bob'))
    expect(await first).toEqual({ ok: true, value: undefined })
    expect(teams.memberPages(team).get()).toEqual({ state: 'idle', hasMore: true })
    const second = teams.loadMembers(team, { more: true })
    const again = teams.loadMembers(team, { more: true })
    expect(ops.next('members').args[1]).toMatchObject({ cursor: 'after bob' })
    ops.next('members').answer(page(['carol']))
    expect(await Promise.all([second, again])).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ])
    expect(names(teams.members(team).get())).toEqual(['alice', 'bob', 'carol'])
    expect(await teams.loadMembers(team, { more: true })).toEqual({ ok: true, value: undefined })
    expect(ops.asked('members')).toHaveLength(2)
  })

  it('that could not be loaded say so, and may be asked for again', async () => {
    const { teams, ops, goOnline, clock, errors } = withGroups()
    await goOnline()
    teams.members(team).subscribe(ignore)
    const states: string[] = []
    teams.memberPages(team).subscribe(({ state }) => states.push(state))
    ops.next('members').refuse(chatError('forbidden'))
    await clock.settle()
    expect(teams.memberPages(team).get()).toMatchObject({ state: 'failed', error: { code: 'forbidden' } })
    expect(errors.map(({ code }) => code)).toEqual(['forbidden'])
    const again = teams.loadMembers(team, { more: true })
    ops.next('members').answer(page(['alice']))
    expect(await again).toMatchObject({ ok: true })
    expect(states).toEqual(['loading', 'failed', 'loading', 'idle'])
  })

  it('are read anew after a gap, as many pages as were loaded; who is no longer named has left', async () => {
    const { teams, ops, script, goOnline, clock } = withGroups()
    await goOnline()
    teams.members(team).subscribe(ignore)
    ops.next('members').answer(page(['alice', 'bob'], 'after bob'))
    await clock.settle()
    void teams.loadMembers(team, { more: true })
    ops.next('members').answer({ members: [standing('carol', {}, '7'), standing('dave', {}, '7')] })
    await clock.settle()
    script.sync('gap')
    ops.next('members').answer(page(['alice'], 'after alice'))
    await clock.settle()
    // Dave comes back while the list is on its way, and so is told of after it was asked for.
    script.tell(standing('dave', {}, '8'))
    ops.next('members').answer(page([]))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice', 'dave'])
    script.tell(standing('carol', {}, '9'))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice', 'carol', 'dave'])
  })

  it('go on only when they have been read anew, so that nobody seems to have left', async () => {
    const { teams, ops, script, goOnline, clock } = withGroups()
    await goOnline()
    teams.members(team).subscribe(ignore)
    ops.next('members').answer(page(['alice', 'bob'], 'after bob'))
    await clock.settle()
    void teams.loadMembers(team, { more: true })
    ops.next('members').answer(page(['carol', 'dave'], 'after dave'))
    await clock.settle()
    script.sync('gap')
    void teams.loadMembers(team, { more: true })
    expect(ops.asked('members')).toHaveLength(3)
    ops.next('members').answer(page(['alice', 'bob'], 'after bob'))
    await clock.settle()
    ops.next('members').answer(page(['carol', 'dave'], 'after dave'))
    await clock.settle()
    expect(ops.next('members').args[1]).toMatchObject({ cursor: 'after dave' })
    ops.next('members').answer(page(['erin']))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice', 'bob', 'carol', 'dave', 'erin'])
  })

  it('that a list does not name are still members while it goes on, and I am one whatever it says', async () => {
    const { teams, ops, script, goOnline, clock } = withGroups()
    await goOnline()
    script.tell(standing('alice'), standing('zoe'))
    await clock.settle()
    void teams.loadMembers(team)
    ops.next('members').answer(page(['bob'], 'after bob'))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice', 'bob', 'zoe'])
    void teams.loadMembers(team, { more: true })
    ops.next('members').answer(page([]))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice', 'bob'])
  })

  it('are asked for anew when I have come into a conversation, or back; that I do not belong is no news', async () => {
    const { teams, ops, script, goOnline, clock, errors } = withGroups()
    await goOnline()
    teams.members(team).subscribe(ignore)
    ops.next('members').refuse(chatError('notMember'))
    await clock.settle()
    expect([teams.memberPages(team).get().state, errors]).toEqual(['failed', []])
    script.tell(standing('alice'))
    await clock.settle()
    ops.next('members').answer(page(['alice', 'bob']))
    await clock.settle()
    script.tell(standing('alice', { role: 'admin' }), standing('bob', { muted: true }))
    await clock.settle()
    expect(ops.asked('members')).toHaveLength(2)
    script.tell(standing('alice', { state: 'left' }))
    await clock.settle()
    script.tell(standing('alice'))
    await clock.settle()
    ops.next('members').answer(page(['alice']))
    await clock.settle()
    expect(names(teams.members(team).get())).toEqual(['alice'])
  })

  it('tell membership$ nothing that a list says', async () => {
    const { teams, ops, chat, goOnline, clock } = withGroups()
    const heard: Membership[] = []
    chat.membership$.subscribe(membership => heard.push(membership))
    await goOnline()
    void teams.loadMembers(team)
    ops.next('members').answer(page(['alice', 'bob']))
    await clock.settle()
    expect(heard).toEqual([])
  })
})

describe('[MEM1] invitations', () => {
  it('are those conversations in which I am invited, and no longer when I have joined or declined', async () => {
    const { teams, script, goOnline, clock } = withGroups()
    await goOnline()
    const seen: (readonly string[])[] = []
    teams.invitations.subscribe(all => seen.push(all.map(({ conversation, by }) => `${conversation} by ${by ?? '?'}`)))
    const invited = (conversation: ConversationId): MembershipFact => standing('alice', { conversation, state: 'invited', by: 'bob' }, '1')
    script.tell(invited(team), invited(group('7')), standing('carol', { state: 'invited' }))
    await clock.settle()
    script.tell(standing('alice', { state: 'member' }, '2'))
    await clock.settle()
    script.tell(invited(team))
    await clock.settle()
    expect(seen).toEqual([[], ['group:42 by bob', 'group:7 by bob'], ['group:7 by bob']])
  })

  it('that came before anybody looked are there', async () => {
    const { chat, script, goOnline, clock } = createScriptedChat()
    await goOnline()
    script.tell(standing('alice', { state: 'invited' }))
    await clock.settle()
    expect(groups(chat).invitations.get()).toEqual([{ conversation: team, user: 'alice', state: 'invited' }])
  })
})
