import type { ErrorCode } from '../../../model/error.ts'
import type { ConversationId } from '../../../model/ids.ts'
import type { Json } from '../../../model/json.ts'
import type { Membership } from '../../../model/membership.ts'
import type { GroupAbility } from '../../../protocol/capabilities.ts'
import type { MembershipFact } from '../../../protocol/fact.ts'
import type { GroupOps } from '../../../protocol/transport.ts'
import { outside, pair, trio } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { draftOf, hear, lull, say } from '../saying.ts'
import type { Stage } from '../stage.ts'
import { hearStanding } from '../standing.ts'

const ask = <T>(client: Client, what: keyof GroupOps, run: (ops: GroupOps) => Promise<T>): Promise<T> =>
  client.ask(transport => run(present(transport.groups, 'groups')), what)
const refused = (client: Client, what: string, run: (ops: GroupOps) => Promise<unknown>): ReturnType<Client['refusal']> =>
  client.refusal(transport => run(present(transport.groups, 'groups')), what)

/** A backend may hide that a group exists. */
const shut: readonly ErrorCode[] = ['notMember', 'forbidden', 'groupNotFound', 'notFound']

const isMember = ({ state }: Membership): boolean => state === 'member'
const isThere = ({ state }: Membership): boolean => state === 'member' || state === 'invited'

/** Who was taken in is a member, at once or by joining; who was asked may decline first. */
const comeIn = async (client: Client, conversation: ConversationId, again: () => Promise<void>): Promise<MembershipFact> => {
  const told = await hearStanding(client, conversation, client.user, isThere)
  if (told.membership.state === 'member') return told
  await client.ask(transport => present(transport.leave?.(conversation), 'leave'), 'decline')
  await hearStanding(client, conversation, client.user, ({ state }) => state === 'left')
  const since = client.events.length
  await again()
  await hearStanding(client, conversation, client.user, isThere, since)
  await client.ask(transport => present(transport.join?.(conversation), 'join'), 'join')
  return hearStanding(client, conversation, client.user, isMember, since)
}

const demandBy = ({ membership: { by } }: MembershipFact, client: Client, what: string): void =>
  demandEqual(by ?? client.user, client.user, `Who ${what}`)

const allMembers = async (client: Client, conversation: ConversationId, count: number): Promise<readonly Membership[]> => {
  const all: Membership[] = []
  let cursor: Json | undefined
  do {
    const from = cursor
    const page = await ask(client, 'members', ops => ops.members(conversation, { count, ...(from !== undefined && { cursor: from }) }))
    demand(page.members.length <= count, `A page of ${count} members has ${page.members.length}.`)
    demand(page.next === undefined || page.members.length > 0, 'A page without members leads to another.')
    all.push(...page.members.map(({ membership }) => membership))
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

type Ability = readonly [rule: string, play: (stage: Stage) => Promise<void>]

const abilities: Readonly<Record<GroupAbility, Ability>> = {
  create: [
    '[GRP1] who makes a group is in it with those named, and it is theirs to talk in',
    async stage => {
      const { alice, bob } = await pair(stage)
      const spec = { kind: 'group', title: 'Walks', members: [bob.user] } as const
      const { conversation } = await ask(alice, 'create', ops => ops.create(spec))
      await hearStanding(alice, conversation, alice.user, ({ state, role }) => state === 'member' && role === 'owner')
      await hearStanding(bob, conversation, bob.user, isThere)
      const talk = () => conversation
      const told = await hearStanding(bob, conversation, bob.user, isThere)
      if (told.membership.state === 'invited') await bob.ask(transport => present(transport.join?.(conversation), 'join'), 'join')
      await hear(bob, await say(alice, talk))
      await hear(alice, await say(bob, talk))
    },
  ],
  invite: [
    '[GRP1] who is invited comes in, and the others hear of it, with who did it',
    async stage => {
      const { alice, bob, mallory: carol, talk } = await outside(stage)
      const group = talk(alice)
      const invite = (): Promise<void> => ask(alice, 'invite', ops => ops.invite(group, [carol.user]))
      await invite()
      demandBy(await hearStanding(carol, group, carol.user, isThere), alice, 'invited')
      await comeIn(carol, group, invite)
      await hearStanding(bob, group, carol.user, isMember)
      await hear(carol, await say(bob, talk))
      await hear(bob, await say(carol, talk))
    },
  ],
  remove: [
    '[GRP1] who is removed hears so, as the others do, and is out',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const group = talk(alice)
      await ask(alice, 'remove', ops => ops.remove(group, [carol.user]))
      for (const client of [carol, bob])
        demandBy(await hearStanding(client, group, carol.user, ({ state }) => state === 'removed'), alice, 'removed')
      demandCode(
        await carol.refusal(transport => transport.history({ conversation: group, count: 1, at: { newest: true } }), 'history'),
        shut,
        'History for who was removed',
      )
      await hear(bob, await say(alice, talk))
    },
  ],
  mute: [
    '[GRP1] who is muted can’t write until it is over',
    async stage => {
      const { alice, bob, talk } = await trio(stage)
      const group = talk(alice)
      await ask(alice, 'mute', ops => ops.mute(group, bob.user, true))
      await hearStanding(bob, group, bob.user, ({ muted }) => muted === true)
      if (!stage.capabilities.refusalAfterAck) {
        const refusal = await bob.refusal(transport => transport.send(draftOf(bob, talk)), 'a send by who is muted')
        demandCode(refusal, ['muted', 'forbidden'], 'A send by who is muted')
      }
      const since = bob.events.length
      await ask(alice, 'mute', ops => ops.mute(group, bob.user, false))
      await hearStanding(bob, group, bob.user, ({ muted }) => muted !== true, since)
      await hear(alice, await say(bob, talk))
    },
  ],
  roles: [
    '[GRP1] a role that is given and taken back is told to all',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const group = talk(alice)
      for (const given of ['admin', 'member'] as const) {
        const since = new Map([bob, carol].map(client => [client, client.events.length]))
        await ask(alice, 'setRole', ops => ops.setRole(group, bob.user, given))
        for (const [client, begin] of since)
          await hearStanding(client, group, bob.user, ({ state, role }) => state === 'member' && role === given, begin)
      }
    },
  ],
  update: [
    '[GRP1] another title and picture are told to all',
    async stage => {
      const { alice, bob, talk } = await trio(stage)
      const [title, avatar] = ['Another title', 'https://pictures.example/lake.png']
      await ask(alice, 'update', ops => ops.update(talk(alice), { title, avatar }))
      await bob.until(
        event => (event.type === 'conversation' && event.entry.id === talk(bob) && event.entry.title === title ? event.entry : undefined),
        'the title',
      )
      await bob.until(event => (event.type === 'conversation' && event.entry.avatar === avatar ? true : undefined), 'the picture')
    },
  ],
  dissolve: [
    '[GRP1] a group that is dissolved is over for all',
    async stage => {
      const { alice, bob, talk } = await trio(stage)
      await ask(alice, 'dissolve', ops => ops.dissolve(talk(alice)))
      await hearStanding(bob, talk(bob), bob.user, ({ state }) => state === 'dissolved')
      const reading = await bob.refusal(
        transport => transport.history({ conversation: talk(bob), count: 1, at: { newest: true } }),
        'history of what is dissolved',
      )
      demandCode(reading, shut, 'History of what is dissolved')
    },
  ],
  members: [
    '[MEM1] the members come page by page, each once, with who owns the group, to members only',
    async stage => {
      const { alice, bob, carol, talk } = await trio(stage)
      const group = talk(bob)
      const members = await allMembers(bob, group, 2)
      demandEqual(members.map(({ user }) => user).sort(), [alice.user, bob.user, carol.user].sort(), 'The members')
      demand(
        members.every(({ conversation, state }) => conversation === group && state === 'member'),
        'A member of the group is no member, or of another.',
      )
      demandEqual(
        members.flatMap(({ user, role }) => (role === 'owner' ? [user] : [])),
        [alice.user],
        'The owners',
      )
      const mallory = await stage.online('mallory')
      demandCode(await refused(mallory, 'the members', ops => ops.members(group, { count: 2 })), shut, 'The members, for an outsider,')
    },
  ],
}

const attempts: Readonly<
  Record<Exclude<GroupAbility, 'create' | 'members'>, (ops: GroupOps, group: ConversationId, user: string) => Promise<void>>
> = {
  invite: (ops, group, user) => ops.invite(group, [user]),
  remove: (ops, group, user) => ops.remove(group, [user]),
  mute: (ops, group, user) => ops.mute(group, user, true),
  roles: (ops, group, user) => ops.setRole(group, user, 'admin'),
  update: (ops, group) => ops.update(group, { title: 'Mine' }),
  dissolve: (ops, group) => ops.dissolve(group),
}
/** What no backend lets ordinary members do. */
const governing = ['remove', 'mute', 'roles', 'dissolve'] as const

const permissions = (declared: ReadonlySet<GroupAbility>): readonly Draft[] => [
  ...governing
    .filter(ability => declared.has(ability))
    .map(ability =>
      check(`[GRP1] who has no say in a group is refused, and nothing comes of it [groups: ${ability}]`, async stage => {
        const { alice, bob, carol, talk } = await trio(stage)
        await lull([alice], bob, talk)
        const since = alice.events.length
        const refusal = await refused(bob, ability, ops => attempts[ability](ops, talk(bob), carol.user))
        demandCode(refusal, ['forbidden'], `${ability}, by who has no say,`)
        await lull([alice], carol, talk)
        demand(
          alice.events.slice(since).every(({ type }) => type !== 'membership'),
          'What was refused was told.',
        )
      }),
    ),
  check('[MEM1] who isn’t in a group has no say in it [groups]', async stage => {
    const { bob, mallory, talk } = await outside(stage)
    for (const [ability, run] of Object.entries(attempts)) {
      const refusal = await refused(mallory, ability, ops => run(ops, talk(mallory), bob.user))
      demandCode(refusal, [...shut, 'unsupported'], `${ability}, by an outsider,`)
    }
  }),
]

const undeclared = (ability: GroupAbility): Draft =>
  check(`${ability} is absent, or refused with unsupported [groups: not ${ability}]`, async stage => {
    const { alice, bob, talk } = await trio(stage)
    const { groups } = alice.transport
    if (groups === undefined) return
    const run = (): Promise<unknown> => {
      if (ability === 'create') return groups.create({ kind: 'group' })
      return ability === 'members' ? groups.members(talk(alice), { count: 2 }) : attempts[ability](groups, talk(alice), bob.user)
    }
    demandCode(await alice.refusal(run, ability), ['unsupported'], ability)
  })

const names = ['create', 'invite', 'remove', 'mute', 'roles', 'update', 'dissolve', 'members'] as const satisfies GroupAbility[]

export const groupChecks = ({ capabilities: { groups = [] } }: ContractBackend): readonly Draft[] => {
  const declared = new Set(groups)
  return [
    ...names.map(ability => {
      const [rule, play] = abilities[ability]
      return declared.has(ability) ? check(`${rule} [groups: ${ability}]`, play) : undeclared(ability)
    }),
    ...(declared.size > 0 ? permissions(declared) : []),
  ]
}
