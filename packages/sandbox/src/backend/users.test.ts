import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import { attachDevice } from './testing/attachDevice.ts'

const people = [{ id: 'alice', name: 'Alice', avatar: 'https://a.example/a.png' }, 'bob']

it('[USR1] tells names and pictures of those it knows; who has no name is called by the id', () => {
  const alice = attachDevice(createBackend({ users: people }), 'alice')
  expect(alice.request('users', { ids: ['bob', 'alice', 'nobody', 'bob'] })).toEqual([
    { id: 'bob', name: 'bob' },
    { id: 'alice', name: 'Alice', avatar: 'https://a.example/a.png' },
  ])
})

it('has no directory where the policy has none', () => {
  const alice = attachDevice(createBackend({ users: people, policy: { users: false } }), 'alice')
  expect(alice.refusal('users', { ids: ['bob'] }).code).toBe('unsupported')
})
