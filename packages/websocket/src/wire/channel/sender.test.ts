import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import { WINDOW_FRAMES, WINDOW_LENGTH } from '../limits.ts'
import { createSender } from './sender.ts'

const outlet = () => {
  const clock = testClock()
  const sender = createSender({ clock, resendMs: 1_000 })
  const left: (readonly [number, string])[] = []
  let congested = false
  const way = { transmit: (number: number, payload: string) => left.push([number, payload]), congested: () => congested }
  return {
    clock,
    sender,
    left,
    open: () => {
      sender.open(way)
    },
    congest: (on: boolean) => {
      congested = on
    },
  }
}

describe('a sender', () => {
  it('numbers payloads when they leave, and takes back what nobody has seen', () => {
    const { sender, left, open } = outlet()
    const [a, b] = [sender.send('a'), sender.send('b')]
    sender.withdraw(a)
    expect([sender.unconfirmed, sender.length, sender.last]).toEqual([1, 1, 0])
    open()
    expect(left).toEqual([[1, 'b']])
    sender.withdraw(b)
    expect([b.number, sender.unconfirmed]).toEqual([1, 1])
  })

  it('sends again what nobody confirms, ever more slowly, and stops when it is confirmed', async () => {
    const { clock, sender, left, open } = outlet()
    open()
    sender.send('a')
    await clock.advance(1_000)
    expect(left).toHaveLength(2)
    await clock.advance(1_999)
    expect(left).toHaveLength(2)
    await clock.advance(1)
    expect(left).toHaveLength(3)
    sender.confirm(1)
    await clock.advance(60_000)
    expect([left.length, sender.unconfirmed, clock.pending]).toEqual([3, 0, 0])
  })

  it('doesn’t add to what has not left yet', async () => {
    const { clock, sender, left, open, congest } = outlet()
    open()
    sender.send('a')
    congest(true)
    await clock.advance(30_000)
    expect(left).toHaveLength(1)
    congest(false)
    await clock.advance(8_000)
    expect(left.length).toBeGreaterThan(1)
  })

  it('has no more on its way than a window', () => {
    const { sender, left, open } = outlet()
    open()
    for (let n = 0; n < WINDOW_FRAMES + 10; n++) sender.send('x')
    expect(left).toHaveLength(WINDOW_FRAMES)
    sender.confirm(4)
    expect(left).toHaveLength(WINDOW_FRAMES + 4)
  })

  it('has no more characters on their way than a window, but one frame of any length', () => {
    const { sender, left, open } = outlet()
    open()
    sender.send('x'.repeat(2 * WINDOW_LENGTH))
    sender.send('y')
    expect(left).toHaveLength(1)
    sender.confirm(1)
    expect(left.at(-1)).toEqual([2, 'y'])
  })

  it('on a new link, what is unconfirmed leaves again under its number', () => {
    const { sender, left, open } = outlet()
    open()
    for (const payload of ['a', 'b', 'c']) sender.send(payload)
    sender.confirm(1)
    sender.pause()
    sender.send('d')
    expect(left).toHaveLength(3)
    open()
    expect(left.slice(3)).toEqual([
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
  })

  it('repeats what is asked for, as far as it is here', () => {
    const { sender, left, open } = outlet()
    open()
    for (const payload of ['a', 'b']) sender.send(payload)
    sender.confirm(1)
    sender.repeat([1, 2, 9])
    expect(left.slice(2)).toEqual([[2, 'b']])
  })

  it('[SEC1] a confirmation of what was never sent, or of less than before, means nothing', () => {
    const { sender, open } = outlet()
    open()
    for (const payload of ['a', 'b']) sender.send(payload)
    sender.confirm(3)
    expect(sender.unconfirmed).toBe(2)
    sender.confirm(2)
    sender.confirm(1)
    expect([sender.unconfirmed, sender.reaches(1), sender.reaches(2), sender.reaches(3)]).toEqual([0, false, true, false])
  })
})
