import { expect, it } from 'vitest'
import { newLocalId, sdkIdOf } from './localIds.ts'

const MOST = 2n ** 64n

it('localIds are numbers of 64 bits, never twice the same', () => {
  const ids = Array.from({ length: 10_000 }, newLocalId)
  for (const id of ids) expect(BigInt(id) < MOST && /^[1-9]\d{18}$/.test(id)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

it('[SND5] the SDK sends a message again under the same number', () => {
  const id = newLocalId()
  expect(sdkIdOf(id)).toBe(id)
})

it('what is no such number is sent under one of its own', () => {
  const names = ['__proto__', 'constructor', '', '0', '007', '1'.repeat(20), '😀']
  for (const name of names) expect(sdkIdOf(name)).toMatch(/^1\d{18}$/)
})
