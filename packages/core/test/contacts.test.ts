import { describe, expect, it } from 'vitest'
import { contacts } from '../src/contacts/contacts.ts'
import type { Contact } from '../src/model/contact.ts'
import { chatError } from '../src/model/error.ts'
import type { ContactsFact } from '../src/protocol/fact.ts'
import type { BlockOps, ContactOps } from '../src/protocol/transport.ts'
import { scriptedFacet } from './scriptedFacet.ts'
import type { ScriptedOptions } from './scriptedTransport.ts'
import { createScriptedChat } from './startChat.ts'

const knows = (user: string): Contact => ({ user, state: 'contact' })
const told = (...all: readonly Contact[]): ContactsFact => ({ type: 'contacts', origin: 'live', contacts: all })
const whole = (...all: readonly Contact[]): ContactsFact => ({ ...told(...all), origin: 'history', whole: true })

/** A chat whose backend has contacts and blocks; not connected yet. */
const withContacts = ({ capabilities, ...options }: ScriptedOptions = {}) => {
  const people = scriptedFacet<ContactOps>('list', 'add', 'accept', 'decline', 'remove')
  const blocks = scriptedFacet<BlockOps>('list', 'block', 'unblock')
  const started = createScriptedChat({
    capabilities: { contacts: true, blocks: true, ...capabilities },
    also: { contacts: people.facet, blocks: blocks.facet },
    ...options,
  })
  return { ...started, people, blocks, all: contacts(started.chat) }
}
const names = (all: readonly Contact[]): readonly string[] => all.map(({ user }) => user)

describe('[CTC1] the contacts', () => {
  it('are the same object for the same chat, and for a copy of it', () => {
    const { chat, all } = withContacts()
    expect(contacts(chat)).toBe(all)
    expect(contacts({ ...chat })).toBe(all)
    expect(all.stateOf('bob')).toBe(all.stateOf('bob'))
  })

  it('are asked for when somebody first subscribes, once, and shown by who they are to me', async () => {
    const { all, people, goOnline, clock } = withContacts()
    await goOnline()
    expect(people.asked('list')).toHaveLength(0)
    const seen: (readonly string[])[] = []
    all.list.subscribe(list => seen.push(names(list)))
    all.requests.subscribe(() => undefined)
    people
      .next('list')
      .answer(whole(knows('carol'), { user: 'dave', state: 'incoming', message: 'hi' }, { user: 'eve', state: 'outgoing' }, knows('bob')))
    await clock.settle()
    expect(seen).toEqual([[], ['bob', 'carol']])
    expect(all.requests.get()).toEqual({
      incoming: [{ user: 'dave', state: 'incoming', message: 'hi' }],
      outgoing: [{ user: 'eve', state: 'outgoing' }],
    })
    all.stateOf('eve').subscribe(() => undefined)
    expect([all.stateOf('eve').get(), all.stateOf('bob').get(), all.stateOf('nobody').get()]).toEqual(['outgoing', 'contact', 'none'])
    expect(people.asked('list')).toHaveLength(1)
  })

  it('wait for the link, and are asked for anew after a gap, and not after less', async () => {
    const { all, people, script, goOnline, clock } = withContacts()
    all.list.subscribe(() => undefined)
    expect(people.asked('list')).toHaveLength(0)
    await goOnline()
    people.next('list').answer(whole(knows('bob'), knows('carol')))
    await clock.settle()
    script.sync('whole')
    expect(people.asked('list')).toHaveLength(1)
    script.sync('gap')
    people.next('list').answer(whole(knows('carol')))
    await clock.settle()
    expect(names(all.list.get())).toEqual(['carol'])
  })

  it('are not asked for while nobody watches, whatever is missed', async () => {
    const { all, people, script, goOnline, clock } = withContacts()
    await goOnline()
    all.list.subscribe(() => undefined)()
    people.next('list').answer(whole())
    await clock.settle()
    script.sync('gap')
    expect(people.asked('list')).toHaveLength(1)
    all.list.subscribe(() => undefined)
    expect(people.asked('list')).toHaveLength(2)
  })

  it('are asked for again where the link went or a gap came before the answer', async () => {
    const { all, people, script, goOnline, clock, errors } = withContacts()
    await goOnline()
    all.list.subscribe(() => undefined)
    script.sync('gap')
    people.next('list').answer(whole(knows('bob')))
    await clock.settle()
    script.sync('whole')
    people.next('list').refuse(chatError('unavailable'))
    await clock.settle()
    people.next('list').answer(whole(knows('carol')))
    await clock.settle()
    expect(names(all.list.get())).toEqual(['carol'])
    expect(people.asked('list')).toHaveLength(3)
    expect(errors).toEqual([])
  })

  it('say where nobody asks that they could not be loaded, and are asked for with the next link', async () => {
    const { all, people, script, goOnline, clock, errors } = withContacts()
    await goOnline()
    all.list.subscribe(() => undefined)
    people.next('list').refuse(chatError('forbidden'))
    await clock.settle()
    expect(errors.map(({ code }) => code)).toEqual(['forbidden'])
    expect(people.asked('list')).toHaveLength(1)
    script.sync('whole')
    expect(people.asked('list')).toHaveLength(2)
  })

  it('follow what is told live, which a list that was asked for before does not undo [CVG2]', async () => {
    const { all, people, script, goOnline, clock } = withContacts()
    await goOnline()
    const loading = all.load()
    script.tell(told(knows('bob')))
    await clock.settle()
    expect(names(all.list.get())).toEqual(['bob'])
    people.next('list').answer(whole({ user: 'bob', state: 'outgoing' }, knows('carol')))
    expect(await loading).toEqual({ ok: true, value: undefined })
    expect(names(all.list.get())).toEqual(['bob', 'carol'])
  })

  it('wake nobody whom a fact does not concern, and keep what did not change [BND3, BND6]', async () => {
    const { all, script, goOnline, clock, people } = withContacts()
    await goOnline()
    people.facet.list = () => Promise.resolve(whole(knows('bob')))
    const states: string[] = []
    const lists: (readonly Contact[])[] = []
    all.stateOf('bob').subscribe(state => states.push(state))
    all.list.subscribe(list => lists.push(list))
    await clock.settle()
    script.tell(told({ user: 'carol', state: 'incoming' }), told(knows('bob')))
    await clock.settle()
    expect(states).toEqual(['none', 'contact'])
    expect(lists).toHaveLength(2)
    script.tell(told(knows('carol')))
    await clock.settle()
    expect(lists.at(-1)?.[0]).toBe(lists.at(-2)?.[0])
  })

  it('tell all their readers of one step at once [BND2]', async () => {
    const { all, script, goOnline, clock } = withContacts()
    await goOnline()
    script.tell(told({ user: 'bob', state: 'incoming' }))
    await clock.settle()
    const seen: string[] = []
    all.list.subscribe(list => seen.push(`${names(list).join()}|${names(all.requests.get().incoming).join()}`))
    all.requests.subscribe(() => undefined)
    script.tell(told(knows('bob')))
    await clock.settle()
    expect(seen).toEqual(['|bob', 'bob|'])
  })
})

describe('what I do about contacts', () => {
  it('is asked of the backend, and changes nothing here until it tells', async () => {
    const { all, people, script, goOnline, clock } = withContacts()
    await goOnline()
    const adding = all.add('bob', { message: 'It is me.' })
    expect(people.next('add').args.slice(0, 2)).toEqual(['bob', { message: 'It is me.' }])
    people.next('add').answer(undefined)
    expect(await adding).toEqual({ ok: true, value: undefined })
    expect(all.stateOf('bob').get()).toBe('none')
    script.tell(told({ user: 'bob', state: 'outgoing' }))
    await clock.settle()
    expect(all.stateOf('bob').get()).toBe('outgoing')
  })

  it.each(['accept', 'decline', 'remove'] as const)('%s goes to the backend by name, and its refusal comes back', async command => {
    const { all, people, goOnline } = withContacts()
    await goOnline()
    const asking = all[command]('bob')
    expect(people.next(command).args[0]).toBe('bob')
    people.next(command).refuse(chatError('notFound'))
    expect(await asking).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })

  it('blocks and unblocks, and can have the whole blocklist told', async () => {
    const { all, blocks, chat, goOnline, clock } = withContacts()
    await goOnline()
    for (const command of ['block', 'unblock'] as const) {
      const asking = all[command]('mallory')
      expect(blocks.next(command).args[0]).toBe('mallory')
      blocks.next(command).answer(undefined)
      expect(await asking).toMatchObject({ ok: true })
    }
    const loading = all.loadBlocklist()
    blocks.next('list').answer({ type: 'blocklist', origin: 'history', blocked: ['mallory'], whole: true })
    expect(await loading).toMatchObject({ ok: true })
    await clock.settle()
    expect(chat.blocklist.get()).toEqual(['mallory'])
  })

  it('is unsupported where the backend has no contacts, or does not say so, and nobody is asked', async () => {
    for (const { all, people, goOnline, errors } of [
      withContacts({ without: ['contacts', 'blocks'] }),
      withContacts({ capabilities: { contacts: false, blocks: false } }),
    ]) {
      await goOnline('gap')
      all.list.subscribe(() => undefined)
      for (const outcome of [all.load(), all.add('bob'), all.accept('bob'), all.block('bob'), all.loadBlocklist()])
        expect(await outcome).toMatchObject({ ok: false, error: { code: 'unsupported' } })
      expect([people.asked('list').length, people.asked('add').length, errors.length]).toEqual([0, 0, 0])
    }
  })

  it('is offline without a link, and cancelled when the link or the chat is given up', async () => {
    const { all, chat, goOnline, goOffline } = withContacts()
    expect(await all.accept('bob')).toMatchObject({ ok: false, error: { code: 'offline' } })
    await goOnline()
    const [asking, loading] = [all.accept('bob'), all.load()]
    await goOffline()
    for (const outcome of [asking, loading]) expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await chat.dispose()
    expect(await all.accept('bob')).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('takes an id, in any spelling, and says so to who gives none', async () => {
    const { all, people, script, goOnline } = withContacts()
    script.transport.canonical = id => id.toLowerCase()
    await goOnline()
    void all.accept('Bob')
    expect(people.next('accept').args[0]).toBe('bob')
    expect(all.stateOf('BOB')).toBe(all.stateOf('bob'))
    for (const command of [all.add, all.accept, all.block, all.stateOf]) expect(() => command('')).toThrow(/takes a user's id/)
  })
})
