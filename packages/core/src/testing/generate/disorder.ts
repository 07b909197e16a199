import fc from 'fast-check'

/** Another order of arrival: shuffled, some doubled, cut into batches. */
export interface Disorder {
  readonly deal: <T>(items: readonly T[]) => readonly (readonly T[])[]
}

/** Every way to disturb a list, from not at all (0, to which it shrinks) on. */
export const disorder: fc.Arbitrary<Disorder> = fc.nat().map(seed => {
  const deal = <T>(items: readonly T[]): readonly (readonly T[])[] => {
    if (seed === 0) return [items]
    const random = generator(seed)
    const dealt = items
      .flatMap(item => (random() < 0.15 ? [item, item] : [item]))
      .map(item => ({ item, place: random() }))
      .sort((a, b) => a.place - b.place)
    const batches: T[][] = []
    for (const { item } of dealt) {
      if (batches.length === 0 || random() < 0.25) batches.push([])
      batches.at(-1)?.push(item)
    }
    return batches
  }
  return Object.assign({ deal }, { [fc.toStringMethod]: () => `disorder ${seed}` })
})

/** Numbers from 0 to below 1: mulberry32. */
const generator = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
