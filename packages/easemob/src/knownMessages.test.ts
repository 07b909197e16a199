import { direct, group } from '@parlance/core'
import { expect, it } from 'vitest'
import { createKnownMessages } from './knownMessages.ts'

const MOST = 5_000

it('those of a conversation are found without the others, the oldest of all forgotten first', () => {
  const known = createKnownMessages()
  const learn = (id: number, conversation = direct('bob')) => known.learn({ id: String(id), conversation, from: 'bob' })
  learn(1)
  learn(2, group('42'))
  for (let id = 3; id <= MOST; id++) learn(id)
  expect([...known.in(group('42')).keys()]).toEqual(['2'])
  expect(known.in(direct('bob')).size).toBe(MOST - 1)
  learn(MOST + 1, group('42'))
  expect(known.find('1')).toBeUndefined()
  expect(known.in(direct('bob')).has('1')).toBe(false)
  expect([...known.in(group('42')).keys()]).toEqual(['2', String(MOST + 1)])
  expect(known.in(direct('carol')).size).toBe(0)
})
