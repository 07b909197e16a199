import type { FaultRates, Faults, FrameKind, Plan, Strike } from './faults.ts'
import { seededRandom } from './seededRandom.ts'

/** What becomes of a frame. */
export interface Fate {
  readonly strike: Strike | undefined
  readonly delayMs: number
}

/** Decides what becomes of each frame: by plan, or else by chance, which is the same for the same seed. */
export interface Weather {
  fate(direction: 'up' | 'down', kind: FrameKind, user: string | undefined): Fate
  set(faults: Faults): void
  plan(plan: Plan): void
}

export const createWeather = (seed: number, initial: Faults): Weather => {
  const random = seededRandom(seed)
  let faults = initial
  let plans: { readonly plan: Plan; left: number }[] = []

  const planned = (direction: 'up' | 'down', kind: FrameKind, user: string | undefined): Strike | undefined => {
    for (const entry of plans) {
      const { plan } = entry
      if (plan.direction !== direction || plan.kind !== kind || (plan.user ?? user) !== user) continue
      if (entry.left-- > 0) continue
      plans = plans.filter(other => other !== entry)
      return plan.strike
    }
    return undefined
  }

  const byChance = ({ loss = 0, duplicate = 0, drop = 0, dropAfter = 0 }: FaultRates): Strike | undefined => {
    const shares: readonly (readonly [Strike, number])[] = [
      ['lose', loss],
      ['duplicate', duplicate],
      ['drop', drop],
      ['dropAfter', dropAfter],
    ]
    if (shares.every(([, share]) => share === 0)) return undefined
    let left = random()
    for (const [strike, share] of shares) {
      if (left < share) return strike
      left -= share
    }
    return undefined
  }

  return {
    fate(direction, kind, user) {
      const rates = faults[direction] ?? {}
      const strike = planned(direction, kind, user) ?? byChance(rates)
      return { strike, delayMs: rates.delayMs === undefined ? 0 : random() * rates.delayMs }
    },
    set(next) {
      faults = next
    },
    plan(plan) {
      plans.push({ plan, left: plan.after ?? 0 })
    },
  }
}
