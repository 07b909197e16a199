import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256, sha256Text } from './sha256.ts'

const reference = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

it('hashes as the platform does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(sha256(bytes)).toBe(reference(bytes))
    }),
  )
})

it('pads right around a block’s end', () => {
  for (let length = 50; length < 70; length++) {
    const bytes = new Uint8Array(length).fill(length)
    expect(sha256(bytes)).toBe(reference(bytes))
  }
})

it('reads text as UTF-8', () => {
  expect(sha256Text('héllo 👋')).toBe(createHash('sha256').update('héllo 👋').digest('hex'))
})
