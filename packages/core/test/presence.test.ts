import { describe, expect, it } from 'vitest'
import { presence } from '../src/contacts/presence.ts'
import { chatError } from '../src/model/error.ts'
import type { Presence } from '../src/model/presence.ts'
import type { PresenceFact } from '../src/protocol/fact.ts'
import type { PresenceOps } from '../src/protocol/transport.ts'
import { scriptedFacet } from './scriptedFacet.ts'
import type { ScriptedOptions } from './scriptedTransport.ts'
import { createScriptedChat } from './startChat.ts'

const is = (user: string, state: Presence['state'], more: Partial<PresenceFact> = {}): PresenceFact => ({
  type: 'presence',
  origin: 'live',
  user,
  presence: { state },
  ...more,
})
const ignore = (): undefined => undefined

/** A chat whose backend has presence; not connected yet. */
const withPresence = ({ capabilities, ...options }: ScriptedOptions = {}) => {
  const ops = scriptedFacet<PresenceOps>('watch', 'set')
  const started = createScriptedChat({ capabilities: { presence: true, ...capabilities }, also: { presence: ops.facet }, ...options })
  return {
    ...started,
    ops,
    people: presence(started.chat),
    watched: () => ops.asked('watch').map(({ args: [users] }) => users.join()),
  }
}

describe('[PRS1] the presence of others', () => {
  it('is asked for in one call for all who are watched in one task, and shown as it is told', async () => {
    const { people, ops, watched, script, goOnline, clock } = withPresence()
    await goOnline()
    const seen: (string | undefined)[] = []
    people.of('bob').subscribe(bob => seen.push(bob?.state))
    people.of('carol').subscribe(ignore)
    expect(watched()).toEqual([])
    await clock.settle()
    expect(watched()).toEqual(['bob,carol'])
    ops.next('watch').answer([is('bob', 'online'), is('carol', 'offline')])
    await clock.settle()
    script.tell(is('bob', 'away'))
    await clock.settle()
    expect(seen).toEqual([undefined, 'online', 'away'])
    expect(people.of('carol').get()).toEqual({ state: 'offline' })
  })

  it('is one call at a time: what changes meanwhile is in the next', async () => {
    const { people, ops, watched, goOnline, clock } = withPresence()
    await goOnline()
    const stop = people.of('bob').subscribe(ignore)
    await clock.settle()
    people.of('carol').subscribe(ignore)
    await clock.settle()
    people.of('dave').subscribe(ignore)
    stop()
    await clock.settle()
    expect(watched()).toEqual(['bob'])
    ops.next('watch').answer([])
    await clock.settle()
    expect(watched()).toEqual(['bob', 'carol,dave'])
    ops.next('watch').answer([])
    await clock.settle()
    expect(watched()).toHaveLength(2)
  })

  it('is not asked for again by who looks away and back at once', async () => {
    const { people, ops, watched, goOnline, clock } = withPresence()
    await goOnline()
    const stop = people.of('bob').subscribe(ignore)
    await clock.settle()
    ops.next('watch').answer([is('bob', 'online')])
    await clock.settle()
    stop()
    people.of('bob').subscribe(ignore)
    await clock.settle()
    expect(watched()).toEqual(['bob'])
    expect(people.of('bob').get()).toEqual({ state: 'online' })
  })

  it('is unknown of whom nobody watches any more', async () => {
    const { people, ops, watched, script, goOnline, clock } = withPresence()
    await goOnline()
    const stop = people.of('bob').subscribe(ignore)
    await clock.settle()
    ops.next('watch').answer([is('bob', 'online')])
    await clock.settle()
    stop()
    await clock.settle()
    expect(watched()).toEqual(['bob', ''])
    expect(people.of('bob').get()).toBeUndefined()
    script.tell(is('carol', 'online'))
    await clock.settle()
    expect(people.of('carol').get()).toEqual({ state: 'online' })
  })

  it('is asked for over every link anew; of others it is unknown once a link is gone', async () => {
    const { people, ops, watched, script, goOnline, goOffline, clock } = withPresence()
    people.of('bob').subscribe(ignore)
    expect(watched()).toEqual([])
    await goOnline()
    ops.next('watch').answer([is('bob', 'online')])
    script.tell(is('carol', 'busy'))
    await clock.settle()
    await goOffline()
    expect([people.of('bob').get(), people.of('carol').get()]).toEqual([{ state: 'online' }, undefined])
    await goOnline('whole')
    expect(watched()).toEqual(['bob', 'bob'])
    expect(people.of('carol').get()).toBeUndefined()
  })

  it('gives way to whatever is told over the next link, whose versions may begin anew', async () => {
    const { people, ops, goOnline, goOffline, clock } = withPresence()
    people.of('bob').subscribe(ignore)
    await goOnline()
    ops.next('watch').answer([is('bob', 'online', { version: '7' })])
    await clock.settle()
    await goOffline()
    await goOnline()
    ops.next('watch').answer([is('bob', 'offline', { version: '1' })])
    await clock.settle()
    expect(people.of('bob').get()).toEqual({ state: 'offline' })
  })

  it('is a register: an answer asked for before a live change does not undo it, nor does an older version [CVG3]', async () => {
    const { people, ops, script, goOnline, clock } = withPresence()
    await goOnline()
    for (const user of ['bob', 'carol']) people.of(user).subscribe(ignore)
    await clock.settle()
    script.tell(is('bob', 'away'), is('carol', 'busy', { version: '2' }), is('carol', 'online', { version: '1' }))
    await clock.settle()
    ops.next('watch').answer([is('bob', 'online'), is('carol', 'offline', { version: '1' })])
    await clock.settle()
    expect([people.of('bob').get(), people.of('carol').get()]).toEqual([{ state: 'away' }, { state: 'busy' }])
  })

  it('is asked for again, after a failure that is reported, with the next change or link', async () => {
    const { people, ops, watched, goOnline, script, clock, errors } = withPresence()
    await goOnline()
    people.of('bob').subscribe(ignore)
    await clock.settle()
    ops.next('watch').refuse(chatError('rateLimited'))
    await clock.settle()
    expect([watched(), errors.map(({ code }) => code)]).toEqual([['bob'], ['rateLimited']])
    people.of('carol').subscribe(ignore)
    await clock.settle()
    ops.next('watch').refuse(chatError('rateLimited'))
    await clock.settle()
    script.sync()
    await clock.settle()
    expect(watched()).toEqual(['bob', 'bob,carol', 'bob,carol'])
  })

  it('does not wait for an answer over a link that is gone', async () => {
    const { people, ops, watched, goOnline, script, clock } = withPresence()
    await goOnline()
    people.of('bob').subscribe(ignore)
    await clock.settle()
    const before = ops.next('watch')
    script.sync('gap')
    await clock.settle()
    expect(watched()).toEqual(['bob', 'bob'])
    before.answer([is('bob', 'online')])
    await clock.settle()
    expect(people.of('bob').get()).toBeUndefined()
  })

  it('is unknown, and nobody is asked, where the backend has none', async () => {
    for (const { people, ops, goOnline, clock, errors } of [
      withPresence({ without: ['presence'] }),
      withPresence({ capabilities: { presence: false } }),
    ]) {
      await goOnline()
      people.of('bob').subscribe(ignore)
      await clock.settle()
      expect([people.of('bob').get(), ops.asked('watch').length, errors.length]).toEqual([undefined, 0, 0])
      expect(await people.set({ state: 'busy' })).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    }
  })

  it('is the same Readable for the same person, and is asked for by an id', () => {
    const { people, chat } = withPresence()
    expect(presence(chat)).toBe(people)
    expect(people.of('bob')).toBe(people.of('bob'))
    expect(() => people.of('')).toThrow(/takes a user's id/)
  })
})

describe('my presence', () => {
  it('is set at the backend, with words or without', async () => {
    const { people, ops, goOnline } = withPresence()
    expect(await people.set({ state: 'away' })).toMatchObject({ ok: false, error: { code: 'offline' } })
    await goOnline()
    const setting = people.set({ state: 'busy', status: 'in a meeting' })
    expect(ops.next('set').args[0]).toEqual({ state: 'busy', status: 'in a meeting' })
    ops.next('set').answer(undefined)
    expect(await setting).toEqual({ ok: true, value: undefined })
  })
})
