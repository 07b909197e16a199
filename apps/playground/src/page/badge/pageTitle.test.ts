import { describe, expect, it } from 'vitest'
import { pageTitle } from './pageTitle.ts'

describe('the title of the page', () => {
  it('says whose it is, and how much is unread', () => {
    expect(pageTitle(undefined)).toBe('Parlance playground')
    expect(pageTitle({ name: 'Alice', unread: 0 })).toBe('Alice · Parlance playground')
    expect(pageTitle({ name: 'Alice', unread: 3 })).toBe('(3) Alice · Parlance playground')
    expect(pageTitle({ name: 'Alice', unread: 120 })).toBe('(99+) Alice · Parlance playground')
  })
})
