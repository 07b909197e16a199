import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { defaultSettings, readSettings, receiptsIn } from './settings.ts'

describe('what somebody chose', () => {
  it('is read as it was written', () => {
    const chosen = {
      receipts: { delivered: true, read: false },
      withoutReceipts: [direct('bob')],
      alerts: { notifications: true, sound: true },
    }
    expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
  })

  it.for([undefined, null, 'yes', [], { receipts: 1, withoutReceipts: 'all', alerts: null }, { withoutReceipts: [1, 'bob'] }])(
    'is as by default where it makes no sense: %j',
    json => expect(readSettings(json)).toEqual(defaultSettings),
  )

  it('keeps a conversation without receipts whatever all others do [RCP6, RCP7]', () => {
    const settings = { ...defaultSettings, withoutReceipts: [group('lake')] }
    expect(receiptsIn(settings, group('lake'))).toEqual({ delivered: false, read: false })
    expect(receiptsIn(settings, group('boat'))).toEqual({ delivered: true, read: true })
  })
})
