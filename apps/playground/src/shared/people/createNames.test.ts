import type { User } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import { createNames } from './createNames.ts'

const directory = () => {
  const users = new Map<string, Cell<User>>()
  const user = (id: string): Cell<User> => {
    const cell = users.get(id) ?? createCell<User>({ id, name: id })
    users.set(id, cell)
    return cell
  }
  return { user, asked: () => [...users.keys()] }
}

describe('names for sentences [USR1]', () => {
  it('are ids until they have come, and then another function says so, once', () => {
    const { user, asked } = directory()
    const names = createNames({ user })
    const told: string[] = []
    names.subscribe(nameOf => told.push(nameOf('bob')))
    expect(names.get()('bob')).toBe('bob')
    user('bob').set({ id: 'bob', name: 'Bob' })
    expect(told).toEqual(['bob', 'Bob'])
    expect(asked()).toEqual(['bob'])
  })

  it('of somebody called like a property are no exception', () => {
    expect(createNames(directory()).get()('__proto__')).toBe('__proto__')
  })
})
