import type { TestClock } from '@parlance/core/testing'
import { testClock } from '@parlance/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeServerFrame } from '../codec.ts'
import type { Link } from './link.ts'
import { createLink } from './link.ts'
import { createReceiver } from './receiver.ts'
import { createSender } from './sender.ts'

const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** What becomes of a frame: how late each of its copies comes. */
type Fate = readonly number[]

interface End {
  readonly sender: ReturnType<typeof createSender>
  readonly got: string[]
  readonly link: Link
  dead: boolean
}

/** Two ends, joined by a wire that does with each frame what `fate` says. */
const joined = (clock: TestClock, fate: (text: string, from: 'a' | 'b') => Fate) => {
  const make = (name: 'a' | 'b', other: () => End): End => {
    const sender = createSender({ clock, resendMs: 500 })
    const got: string[] = []
    const end: End = {
      sender,
      got,
      dead: false,
      link: createLink({
        pipe: {
          buffered: 0,
          close() {},
          send(text) {
            for (const late of fate(text, name)) clock.setTimeout(() => take(other(), text), late)
          },
        },
        sender,
        receiver: createReceiver(),
        clock,
        heartbeatMs: 5_000,
        resendMs: 500,
        asks: name === 'a',
        deliver(data) {
          got.push(String(data))
          return true
        },
        dead() {
          end.dead = true
        },
      }),
    }
    return end
  }
  const take = ({ link }: End, text: string): void => {
    const frame = decodeServerFrame(text, 1e6)
    if (frame.ok && frame.value.t === 'data') link.data(frame.value, text.length)
    if (frame.ok && frame.value.t === 'beat') link.beat(frame.value)
  }
  const a: End = make('a', () => b)
  const b: End = make('b', () => a)
  return { a, b }
}

const say = (end: End, words: readonly string[]) => {
  for (const word of words) end.sender.send(JSON.stringify(word))
}

describe('a link', () => {
  it('[LNK1] over a pipe that loses, doubles and reorders, everything comes once and in order, both ways', async () => {
    const fateOf = (random: () => number): Fate => {
      const share = random()
      if (share < 0.2) return []
      return share < 0.4 ? [random() * 200, random() * 200] : [random() * 200]
    }
    const words = fc.array(fc.string(), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.nat(), words, words, async (seed, forth, back) => {
        const random = seeded(seed)
        const clock = testClock()
        const { a, b } = joined(clock, () => fateOf(random))
        say(a, forth)
        say(b, back)
        for (let waited = 0; a.sender.unconfirmed + b.sender.unconfirmed > 0 && waited < 300; waited++) await clock.advance(200)
        expect([b.got, a.got]).toEqual([forth, back])
        expect([a.sender.unconfirmed, b.sender.unconfirmed]).toEqual([0, 0])
      }),
      { numRuns: 40 },
    )
  })

  it.each(['a', 'b'] as const)(
    '[LNK1] a last frame of %s that was lost is noticed by the heartbeat, though its sender waits longer',
    async name => {
      const clock = testClock()
      let lose = true
      const sent: string[] = []
      const ends = joined(clock, text => {
        sent.push(text)
        return text.includes('"last"') && lose ? [] : [5]
      })
      const [speaker, hearer] = name === 'a' ? [ends.a, ends.b] : [ends.b, ends.a]
      say(speaker, ['first', 'last'])
      // The sender's own patience is worn out.
      await clock.advance(4_900)
      expect(hearer.got).toEqual(['first'])
      lose = false
      sent.length = 0
      await clock.advance(300)
      expect(hearer.got).toEqual(['first', 'last'])
      expect(sent.some(text => text.includes('"want":[2]'))).toBe(true)
    },
  )

  it('says nothing over and over when all is well', async () => {
    const clock = testClock()
    let frames = 0
    const { a, b } = joined(clock, () => {
      frames++
      return [5]
    })
    say(a, ['one'])
    await clock.advance(4_000)
    expect(b.got).toEqual(['one'])
    // The frame and its confirmation.
    expect(frames).toBe(2)
    await clock.advance(2_000)
    // A heartbeat of each, and an answer to the one that asks for it.
    expect(frames).toBe(5)
  })

  it('is dead when nothing has been heard for three heartbeats', async () => {
    const clock = testClock()
    let silent = false
    const { a, b } = joined(clock, (_, from) => (silent && from === 'b' ? [] : [5]))
    await clock.advance(60_000)
    expect([a.dead, b.dead]).toEqual([false, false])
    silent = true
    await clock.advance(10_000)
    expect(a.dead).toBe(false)
    await clock.advance(10_000)
    expect([a.dead, b.dead]).toEqual([true, false])
  })

  it('leaves no timer behind when it stops', async () => {
    const clock = testClock()
    const { a, b } = joined(clock, () => [5])
    say(a, ['one'])
    await clock.advance(20)
    a.link.stop()
    b.link.stop()
    await clock.advance(100)
    expect(clock.pending).toBe(0)
  })
})
