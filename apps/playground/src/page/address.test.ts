import { describe, expect, it } from 'vitest'
import type { Joining } from './address.ts'
import { joinAddress, readAddress } from './address.ts'

const here = 'ws://localhost:5173/chat/'

describe('the address of a page', () => {
  it('without a user it is the three panels', () => {
    expect(readAddress('', here)).toBeUndefined()
    expect(readAddress('?user=&ui=vue', here)).toBeUndefined()
  })

  it.for<Joining>([
    { transport: 'websocket', user: 'dave & co', token: 'a/b?c', server: 'ws://127.0.0.1:5173/chat/', ui: 'svelte' },
    {
      transport: 'easemob',
      user: 'dave',
      token: 'a/b?c',
      server: here,
      appKey: 'org#app',
      url: 'ws://127.0.0.1:4000/websocket',
      ui: 'vue',
    },
    { transport: 'easemob', user: 'dave', token: 'a/b?c', server: here, appKey: 'org#app', ui: 'react' },
  ])('what it says to join by is what it reads: %o', joining => {
    const address = joinAddress('http://localhost:5173/?user=alice#top', joining)
    expect(readAddress(new URL(address).search, here)).toEqual(joining)
    expect(new URL(address).hash).toBe('')
  })

  it('a server that is none, and an unknown framework, are left out', () => {
    for (const server of ['http://evil.example/', 'javascript:alert(1)', 'ws://', 'chat']) {
      const joining = { transport: 'websocket', user: 'dave', token: '', server: here, ui: 'react' }
      expect(readAddress(`?user=dave&server=${encodeURIComponent(server)}&ui=jquery`, here)).toEqual(joining)
    }
  })

  it.for([
    ['?transport=pigeon&user=dave', 'There is transport=websocket and transport=easemob, but no “pigeon”.'],
    ['?transport=easemob&appKey=org%23app&token=t', 'With transport=easemob the address says who you are: add user=… and token=….'],
    [
      '?transport=easemob&user=dave&token=t&appKey=org',
      'With transport=easemob the address has an appKey, with %23 for its #, as in appKey=org%23app.',
    ],
    [
      '?transport=easemob&user=dave&token=t&appKey=org%23app&url=http://127.0.0.1',
      'The url of Easemob’s socket begins with ws:// or wss://, which “http://127.0.0.1” doesn’t.',
    ],
  ] as const)('one that asks for what there isn’t says what is wrong: %s', ([search, mistake]) => {
    expect(readAddress(search, here)).toEqual({ mistake })
  })
})
