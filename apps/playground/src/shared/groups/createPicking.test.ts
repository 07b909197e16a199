import { describe, expect, it } from 'vitest'
import { createPicking } from './createPicking.ts'

describe('people are picked', () => {
  it('and dropped again', () => {
    const { picked, toggle } = createPicking(['bob', 'carol'])
    toggle('bob')
    toggle('carol')
    toggle('bob')
    expect([...picked.get()]).toEqual(['carol'])
  })

  it('by an id that nobody offered, once', () => {
    const { offered, picked, name } = createPicking(['bob', 'bob'])
    name(' erin ')
    name('erin')
    name('bob')
    name('  ')
    expect(offered.get()).toEqual(['erin', 'bob'])
    expect([...picked.get()]).toEqual(['erin', 'bob'])
  })
})
