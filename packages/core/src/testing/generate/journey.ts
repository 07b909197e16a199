import fc from 'fast-check'

/** When what happened reaches this device: at once, late, twice, or not at all. Time is counted in tenths of a step. */
export interface Journey {
  readonly delay: number
  /** How much later a second copy comes. */
  readonly again: number | undefined
  readonly lost: boolean
}

const onTime = fc.constant(0)
const soon = fc.nat(40)
const late = fc.nat(500)
/** Mostly nothing. */
export const option = <T>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10, arbitrary: fc.constant(undefined) }, { weight, arbitrary })

const journey = (weights: {
  readonly onTime: number
  readonly soon: number
  readonly late: number
  readonly lost: number
}): fc.Arbitrary<Journey> =>
  fc.record({
    delay: fc.oneof(
      { weight: weights.onTime, arbitrary: onTime },
      { weight: weights.soon, arbitrary: soon },
      { weight: weights.late, arbitrary: late },
    ),
    again: option(late, 1),
    lost: fc.nat(99).map(chance => chance < weights.lost),
  })

/** Messages dawdle, so that much of what is said about them is here first. */
export const messageJourney: fc.Arbitrary<Journey> = journey({ onTime: 3, soon: 1, late: 15, lost: 6 })
export const relationJourney: fc.Arbitrary<Journey> = journey({ onTime: 7, soon: 2, late: 1, lost: 3 })
export const answerJourney: fc.Arbitrary<Journey> = journey({ onTime: 5, soon: 4, late: 2, lost: 2 })
