import { describe, expect, it } from 'vitest'
import { readCommand } from '../server/control/command.ts'

describe('what a page may ask of the sandbox [SEC1]', () => {
  it('is taken as it is meant', () => {
    expect(readCommand({ do: 'cut', user: 'alice' })).toEqual({ do: 'cut', user: 'alice' })
    expect(readCommand({ do: 'faults', user: '__proto__', faults: { loss: 0.2, extra: 1 } })).toEqual({
      do: 'faults',
      user: '__proto__',
      faults: { latencyMs: 0, jitterMs: 0, loss: 0.2, duplicate: 0, reorder: 0, lostAcks: 0 },
    })
    expect(readCommand({ do: 'fill', conversation: 'room:attic', count: 3 })).toEqual({ do: 'fill', conversation: 'room:attic', count: 3 })
    expect(readCommand({ do: 'refuse', user: 'bob', code: 'muted' })).toEqual({ do: 'refuse', user: 'bob', code: 'muted' })
    expect(readCommand({ do: 'refuse', user: 'bob', code: 'muted', request: 'react' })).toMatchObject({ request: 'react' })
    expect(readCommand({ do: 'readCounts', for: 'moderators' })).toEqual({ do: 'readCounts', for: 'moderators' })
    expect(readCommand({ do: 'recallWindow', ms: 5_000 })).toEqual({ do: 'recallWindow', ms: 5_000 })
  })

  it.for([
    undefined,
    null,
    'quiet',
    { do: 'explode' },
    { do: 'cut' },
    { do: 'faults', user: 'alice', faults: { loss: 2 } },
    { do: 'faults', user: 'alice', faults: { latencyMs: '5' } },
    { do: 'faults', user: 'alice', faults: { latencyMs: Number.NaN } },
    { do: 'fill', conversation: 'attic', count: 3 },
    { do: 'fill', conversation: 'room:attic', count: 1e9 },
    { do: 'fill', conversation: 'room:attic', count: 0.5 },
    { do: 'refuse', user: 'bob', code: 'boredom' },
    { do: 'refuse', code: 'muted' },
    { do: 'refuse', user: 'bob', code: 'muted', request: 'upload' },
    { do: 'readCounts', for: 'nobody' },
    { do: 'recallWindow', ms: -1 },
    { do: 'recallWindow', ms: '5' },
  ])('is refused when it makes no sense: %j', json => expect(readCommand(json)).toBeUndefined())
})
