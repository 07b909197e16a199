import { describe, expect, it } from 'vitest'
import { joinAddress, readAddress } from './address.ts'

describe('the address of a page', () => {
  it('without a user it is the three panels', () => {
    expect(readAddress('')).toBeUndefined()
    expect(readAddress('?user=&ui=vue')).toBeUndefined()
  })

  it('what it says to join by is what it reads', () => {
    const joining = { user: 'dave & co', token: 'a/b?c', server: 'ws://127.0.0.1:5173/chat/', ui: 'svelte' } as const
    const address = joinAddress('http://localhost:5173/?user=alice#top', joining)
    expect(readAddress(new URL(address).search)).toEqual(joining)
    expect(new URL(address).hash).toBe('')
  })

  it('a server that is none, and an unknown framework, are left out', () => {
    for (const server of ['http://evil.example/', 'javascript:alert(1)', 'ws://', 'chat']) {
      expect(readAddress(`?user=dave&server=${encodeURIComponent(server)}&ui=jquery`)).toEqual({ user: 'dave', token: '', ui: 'react' })
    }
  })
})
