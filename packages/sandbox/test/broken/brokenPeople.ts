import type { UserId } from '@parlance/core'
import { events, facet, without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing, remembering } from './broken.ts'

const nothing = (): Promise<void> => Promise.resolve()

export const brokenPeople: readonly Broken[] = [
  {
    fault: 'knows everybody whom it is asked for',
    bend: () => ({ users: ids => Promise.resolve(ids.map(id => ({ id, name: id }))) }),
    caught: ['those who are known come by the ids'],
  },
  {
    fault: 'leaves out who asks in the directory',
    bend: straight => ({
      users: (ids, op) =>
        straight.users?.(
          ids.filter(id => id !== straight.self),
          op,
        ) ?? missing(),
    }),
    caught: ['those who are known come by the ids'],
  },
  {
    fault: 'tells no contacts',
    bend: without(({ type }) => type === 'contacts'),
    caught: [
      'a request reaches who is asked',
      'who accepts a request is a contact',
      'who asks somebody that asks already',
      'a request that is declined',
      'a request can be taken back',
      'the list is whole',
      'what changed while a device was away comes after its token',
    ],
  },
  {
    fault: 'loses the words of requests',
    bend: events(event =>
      event.type === 'contacts' ? [{ ...event, contacts: event.contacts.map(({ message: _, ...contact }) => contact) }] : [event],
    ),
    caught: ['a request reaches who is asked'],
  },
  {
    fault: 'makes of accepting a request of one’s own',
    bend: facet('contacts', ops => ({ accept: (user, op) => ops.remove(user, op).then(() => ops.add(user, {}, op)) })),
    caught: ['who accepts a request is a contact', 'what changed while a device was away comes after its token'],
  },
  {
    fault: 'asks nobody who asks already',
    bend: straight =>
      facet('contacts', ops => ({
        add: async (user, options, op) => {
          const { contacts } = await ops.list(op)
          if (!contacts.some(contact => contact.user === user && contact.state === 'incoming')) await ops.add(user, options, op)
        },
      }))(straight),
    caught: ['who asks somebody that asks already'],
  },
  {
    fault: 'accepts what it should decline',
    bend: facet('contacts', ops => ({ decline: ops.accept })),
    caught: ['a request that is declined'],
  },
  { fault: 'ends no contact', bend: facet('contacts', () => ({ remove: nothing })), caught: ['a request can be taken back'] },
  {
    fault: 'lists contacts without requests',
    bend: facet('contacts', ops => ({
      list: async op => {
        const list = await ops.list(op)
        return { ...list, contacts: list.contacts.filter(({ state }) => state === 'contact') }
      },
    })),
    caught: ['the list is whole'],
  },
  {
    fault: 'gives a list of contacts that is not whole',
    bend: facet('contacts', ops => ({ list: async op => ({ ...(await ops.list(op)), whole: false }) })),
    caught: ['the list is whole'],
  },
  {
    fault: 'gives a list of contacts with an old version',
    bend: facet('contacts', ops => ({ list: async op => ({ ...(await ops.list(op)), version: '0' }) })),
    caught: ['the list is whole'],
  },
  {
    fault: 'takes what can’t be done about contacts for done',
    bend: facet('contacts', ops => ({
      add: (user, options, op) => ops.add(user, options, op).catch(nothing),
      accept: (user, op) => ops.accept(user, op).catch(nothing),
      decline: (user, op) => ops.decline(user, op).catch(nothing),
    })),
    caught: ['accepting or declining what nobody asked'],
  },
  {
    fault: 'tells no blocklist',
    bend: without(({ type }) => type === 'blocklist'),
    caught: ['whom I block and unblock is told'],
  },
  {
    fault: 'tells everybody of a block',
    bend: events(event =>
      event.type === 'message' ? [event, { type: 'blocklist', origin: 'live', blocked: [event.message.from] }] : [event],
    ),
    caught: ['whom I block and unblock is told'],
  },
  {
    fault: 'blocks nobody',
    bend: facet('blocks', () => ({ block: nothing })),
    caught: ['whom I block and unblock is told', 'the list of whom I blocked', 'who is blocked can’t write'],
  },
  {
    fault: 'unblocks nobody',
    bend: facet('blocks', () => ({ unblock: nothing })),
    caught: ['whom I block and unblock is told', 'the list of whom I blocked', 'who is blocked can’t write'],
  },
  {
    fault: 'gives a list of blocks that is not whole',
    bend: facet('blocks', ops => ({ list: async op => ({ ...(await ops.list(op)), whole: false }) })),
    caught: ['the list of whom I blocked'],
  },
  {
    fault: 'tells no presence',
    bend: without(({ type }) => type === 'presence'),
    caught: [
      'who watches hears who comes',
      'who watches hears what somebody sets',
      'each call names all who are watched',
      'over a new link watching',
    ],
  },
  {
    fault: 'says of everybody that they are there',
    bend: facet('presence', ops => ({
      watch: async (users, op) => (await ops.watch(users, op)).map(fact => ({ ...fact, presence: { state: 'online' } })),
    })),
    caught: ['the answer to watching', 'over a new link watching'],
  },
  {
    fault: 'tells of nobody that they went',
    bend: without(event => event.type === 'presence' && event.presence.state === 'offline'),
    caught: ['who watches hears who comes'],
  },
  {
    fault: 'loses the words of presence',
    bend: facet('presence', ops => ({ set: ({ state }, op) => ops.set({ state }, op) })),
    caught: ['who watches hears what somebody sets'],
  },
  {
    fault: 'tells presence in versions that fall',
    bend: remembering(
      () => ({ version: 9 }),
      memory => events(event => (event.type === 'presence' ? [{ ...event, version: (memory.version--).toString() }] : [event])),
    ),
    caught: ['who watches hears what somebody sets'],
  },
  {
    fault: 'watches ever more people',
    bend: remembering(
      () => ({ all: new Set<UserId>() }),
      memory =>
        facet('presence', ops => ({
          watch: (users, op) => {
            for (const user of users) memory.all.add(user)
            return ops.watch([...memory.all], op)
          },
        })),
    ),
    caught: ['each call names all who are watched'],
  },
]
