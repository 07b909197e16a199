import type { Mentions } from '@parlance/core'
import { group } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')

it('[MEN1] counts the unread that mention me, or everyone, above the mark and not read one by one', () => {
  const backend = createBackend({ users: ['alice', 'bob', 'carol'], groups: [{ id: 'g', members: ['alice', 'bob', 'carol'] }] })
  const bob = attachDevice(backend, 'bob')
  const say = (mentions?: Mentions): string =>
    backend.post('alice', g, { type: 'text', text: 'hello', ...(mentions !== undefined && { mentions }) }).id ?? ''
  const unread = () => bob.request('conversations', { count: 1 }).entries[0]?.unread
  say(['bob'])
  bob.request('markRead', { conversation: g, target: { whole: true } })
  const named = say(['carol', 'bob'])
  say()
  say(['carol'])
  const all = say('everyone')
  bob.request('send', { message: { conversation: g, localId: 'l', body: { type: 'text', text: 'mine', mentions: 'everyone' } } })
  expect(unread()).toMatchObject({ count: 4, mentions: 2 })
  bob.request('markRead', { conversation: g, target: { exactly: [{ id: all }] } })
  expect(unread()).toMatchObject({ count: 3, mentions: 1 })
  backend.act('alice', 'edit', { target: { id: named }, body: { type: 'text', text: 'nobody' } })
  expect(unread()).toMatchObject({ count: 3, mentions: 0 })
  backend.act('alice', 'edit', { target: { id: named }, body: { type: 'text', text: 'you', mentions: ['bob'] } })
  expect(unread()).toMatchObject({ count: 3, mentions: 1 })
  backend.act('alice', 'recall', { target: { id: named } })
  expect(unread()).toMatchObject({ count: 2, mentions: 0 })
})
