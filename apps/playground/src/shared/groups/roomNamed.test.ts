import { group, room } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { roomNamed } from './roomNamed.ts'

describe('a room by what somebody writes', () => {
  it('goes by its name, with or without its kind', () => {
    expect(roomNamed(' garden ')).toBe(room('garden'))
    expect(roomNamed('room:garden')).toBe(room('garden'))
    expect(roomNamed('constructor')).toBe(room('constructor'))
  })

  it.for(['', '  ', group('lake'), 'direct:bob'])('is none: %j', words => expect(roomNamed(words)).toBeUndefined())
})
