import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import type { User } from '../src/model/user.ts'
import { startChat } from './startChat.ts'

const named = (id: string): User => ({ id, name: id.toUpperCase() })

describe('[USR1] the user directory', () => {
  it('asks for those who are watched, in one batch, and falls back to the id', async () => {
    const asked: (readonly string[])[] = []
    const users = (ids: readonly string[]): Promise<readonly User[]> => {
      asked.push(ids)
      return Promise.resolve(ids.filter(id => id !== 'nobody').map(named))
    }
    const { chat, clock } = await startChat({}, { users })
    expect(chat.user('bob').get()).toEqual({ id: 'bob', name: 'bob' })
    await clock.settle()
    expect(asked).toEqual([])
    const shown: string[] = []
    for (const id of ['bob', 'carol', 'nobody', 'bob']) chat.user(id).subscribe(({ name }) => shown.push(name))
    await clock.settle()
    expect(asked).toEqual([['bob', 'carol', 'nobody']])
    expect(shown).toEqual(['bob', 'carol', 'nobody', 'bob', 'BOB', 'BOB', 'CAROL'])
    expect(chat.user('bob').get()).toEqual(named('bob'))
    chat.user('bob').subscribe(() => undefined)
    await clock.settle()
    expect(asked).toHaveLength(1)
  })

  it('asks a hundred at a time', async () => {
    const sizes: number[] = []
    const users = (ids: readonly string[]): Promise<readonly User[]> => {
      sizes.push(ids.length)
      return Promise.resolve([])
    }
    const { chat, clock } = await startChat({}, { users })
    for (let index = 0; index < 250; index++) chat.user(`u${index}`).subscribe(() => undefined)
    await clock.settle()
    expect(sizes).toEqual([100, 100, 50])
  })

  it('uses the transport’s where the application gives none, and tries again after a failure', async () => {
    const { chat, clock, script, errors } = await startChat()
    chat.user('bob').subscribe(() => undefined)
    await clock.settle()
    script.next('users').refuse(chatError('unavailable'))
    await clock.settle()
    expect(errors).toMatchObject([{ code: 'unavailable' }])
    await clock.advance(30_000)
    script.next('users').answer([named('bob')])
    await clock.settle()
    expect(chat.user('bob').get().name).toBe('BOB')
  })

  it('[SEC2] keeps no picture whose URL could run, and no name that is none', async () => {
    const users = (): Promise<readonly User[]> => Promise.resolve([{ id: 'bob', name: '', avatar: 'javascript:alert(1)' }])
    const { chat, clock } = await startChat({}, { users })
    chat.user('bob').subscribe(() => undefined)
    await clock.settle()
    expect(chat.user('bob').get()).toEqual({ id: 'bob', name: 'bob' })
  })
})
