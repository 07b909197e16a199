import { describe, expect, it } from 'vitest'
import { presenceLabel } from './presenceLabel.ts'

const now = new Date(2026, 10, 23, 12, 0).getTime()
const ago = (days: number, minutes = 0): number => now - minutes * 60_000 - days * 86_400_000

describe('whether somebody is there, in words', () => {
  it.for([
    [{ state: 'online' }, 'Online'],
    [{ state: 'busy', status: 'packing' }, 'Busy · packing'],
    [{ state: 'away', status: '' }, 'Away'],
    [{ state: 'offline' }, 'Offline'],
    [{ state: 'offline', status: 'packing', lastSeenAt: ago(0, 0.5) }, 'Last seen just now'],
    [{ state: 'offline', lastSeenAt: now + 5_000 }, 'Last seen just now'],
    [{ state: 'offline', lastSeenAt: ago(0, 35) }, 'Last seen at 11:25'],
    [{ state: 'offline', lastSeenAt: ago(1) }, 'Last seen yesterday'],
    [{ state: 'offline', lastSeenAt: ago(3) }, 'Last seen on Fri'],
    [{ state: 'offline', lastSeenAt: ago(20) }, 'Last seen on Nov 3'],
  ] as const)('%j is “%s”', ([presence, label]) => expect(presenceLabel(presence, now)).toBe(label))
})
