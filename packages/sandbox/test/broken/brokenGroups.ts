import { events, facet, without } from '../bend.ts'
import type { Broken } from './broken.ts'

const nothing = (): Promise<void> => Promise.resolve()

export const brokenGroups: readonly Broken[] = [
  {
    fault: 'tells no standings',
    bend: without(({ type }) => type === 'membership'),
    caught: [
      'who makes a group',
      'who is invited comes in',
      'who is removed hears so',
      'who is muted can’t write',
      'a role that is given',
      'a group that is dissolved',
    ],
  },
  {
    fault: 'says of every standing that somebody else brought it about',
    bend: events(event =>
      event.type === 'membership' ? [{ ...event, membership: { ...event.membership, by: 'somebody else' } }] : [event],
    ),
    caught: ['who is invited comes in', 'who is removed hears so'],
  },
  {
    fault: 'makes groups without the others',
    bend: facet('groups', ops => ({ create: (spec, op) => ops.create({ ...spec, members: [] }, op) })),
    caught: ['who makes a group'],
  },
  {
    fault: 'tells everybody as an ordinary member',
    bend: events(event => (event.type === 'membership' ? [{ ...event, membership: { ...event.membership, role: 'member' } }] : [event])),
    caught: ['who makes a group', 'a role that is given'],
  },
  { fault: 'invites nobody', bend: facet('groups', () => ({ invite: nothing })), caught: ['who is invited comes in'] },
  { fault: 'removes nobody', bend: facet('groups', () => ({ remove: nothing })), caught: ['who is removed hears so'] },
  {
    fault: 'mutes for good',
    bend: facet('groups', ops => ({ mute: (conversation, user, _muted, op) => ops.mute(conversation, user, true, op) })),
    caught: ['who is muted can’t write'],
  },
  {
    fault: 'takes no role back',
    bend: facet('groups', ops => ({
      setRole: (conversation, user, role, op) => (role === 'member' ? nothing() : ops.setRole(conversation, user, role, op)),
    })),
    caught: ['a role that is given'],
  },
  {
    fault: 'changes titles without pictures',
    bend: facet('groups', ops => ({
      update: (conversation, { avatar: _, ...change }, op) => ops.update(conversation, change, op),
    })),
    caught: ['another title and picture'],
  },
  { fault: 'dissolves nothing', bend: facet('groups', () => ({ dissolve: nothing })), caught: ['a group that is dissolved'] },
  {
    fault: 'leaves the last member of every page out',
    bend: facet('groups', ops => ({
      members: async (conversation, query, op) => {
        const page = await ops.members(conversation, query, op)
        return { ...page, members: page.members.slice(0, -1) }
      },
    })),
    caught: ['the members come page by page'],
  },
  {
    fault: 'gives all members on one page',
    bend: facet('groups', ops => ({ members: (conversation, _query, op) => ops.members(conversation, { count: 50 }, op) })),
    caught: ['the members come page by page'],
  },
  {
    fault: 'shows an empty group to outsiders',
    bend: facet('groups', ops => ({
      members: (conversation, query, op) => ops.members(conversation, query, op).catch(() => ({ members: [] })),
    })),
    caught: ['the members come page by page'],
  },
  {
    fault: 'takes what may not be done about groups for done',
    bend: facet('groups', ops => ({
      invite: (...args) => ops.invite(...args).catch(nothing),
      remove: (...args) => ops.remove(...args).catch(nothing),
      mute: (...args) => ops.mute(...args).catch(nothing),
      setRole: (...args) => ops.setRole(...args).catch(nothing),
      update: (...args) => ops.update(...args).catch(nothing),
      dissolve: (...args) => ops.dissolve(...args).catch(nothing),
    })),
    caught: ['who has no say in a group is refused', 'who isn’t in a group has no say in it'],
  },
]
