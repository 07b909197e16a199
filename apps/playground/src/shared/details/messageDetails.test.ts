import type { Message } from '@parlance/core'
import { group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { messageDetails } from './messageDetails.ts'

const sent = {
  key: 'k1',
  id: 'm1',
  localId: 'l1',
  conversation: group('lake'),
  from: 'alice',
  mine: true,
  sentAt: Date.UTC(2026, 10, 23, 9, 5),
  position: '0005',
  to: ['bob', 'carol'],
  send: { state: 'sent' },
} as const
const message: Message = {
  ...sent,
  ext: { order: { items: [1, 2] } },
  body: { type: 'file', attachment: { name: 'list.pdf', mime: 'application/pdf', size: 2_000, digest: 'ab' } },
}
const names = (user: string): string => user.toUpperCase()
const lines = (of: Message) => Object.fromEntries(messageDetails(of, names).map(({ id, value }) => [id, value]))

describe('the details of a message', () => {
  it('are its names, time, place, readers and extra data', () => {
    expect(lines(message)).toMatchObject({
      id: 'm1',
      localId: 'l1',
      position: '0005',
      conversation: 'group:lake',
      from: 'ALICE (alice)',
      state: 'sent',
      to: 'BOB and CAROL',
      type: 'file',
      file: 'list.pdf, application/pdf, 2.0 kB',
      digest: 'ab',
      ext: '{\n  "order": {\n    "items": [\n      1,\n      2\n    ]\n  }\n}',
    })
    expect(lines(message)['sentAt']).toContain('2026')
  })

  it('tell nothing of what a recalled one said', () => {
    const recalled = lines({ ...sent, recalled: { by: 'alice', as: 'author' } })
    expect(recalled).toMatchObject({ id: 'm1', recalled: 'by ALICE' })
    expect(Object.keys(recalled)).not.toContain('ext')
    expect(Object.keys(recalled)).not.toContain('type')
  })
})
