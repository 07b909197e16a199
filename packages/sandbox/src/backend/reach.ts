/** When a mark was made, and which mark of all it was. */
export interface Mark {
  readonly at: number
  readonly order: number
}

/** A mark on everything through a place. */
export interface Step extends Mark {
  readonly through: number
}

/** How far one user has come in a conversation: everything through a place, and some messages above. Only moves forward [RCP1]. */
export interface Reach {
  readonly through: number
  has(sequence: number): boolean
  /** Moves silently: what lies below is passed, and nobody is said to have read it. */
  skip(through: number): void
  moveTo(through: number, mark: Mark): void
  add(sequence: number, mark: Mark): void
  /** The mark that first reached a message. */
  first(sequence: number): Mark | undefined
  /** The last mark on everything through a place; absent if there was none. */
  readonly marked: Step | undefined
  /** The single messages above `through`, in order. */
  readonly single: readonly number[]
}

export const createReach = (): Reach => {
  let through = 0
  const steps: Step[] = []
  const singles = new Map<number, Mark>()

  /** The first step that comes as far as a message. */
  const stepOver = (sequence: number): Step | undefined => {
    let low = 0
    let high = steps.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((steps[middle]?.through ?? 0) < sequence) low = middle + 1
      else high = middle
    }
    return steps[low]
  }

  return {
    get through() {
      return through
    },
    get marked() {
      return steps.at(-1)
    },
    get single() {
      return [...singles.keys()].filter(sequence => sequence > through).sort((a, b) => a - b)
    },
    has: sequence => sequence <= through || singles.has(sequence),
    skip(to) {
      through = Math.max(through, to)
    },
    moveTo(to, { at, order }) {
      if (to <= through) return
      through = to
      steps.push({ through, at, order })
    },
    add(sequence, mark) {
      if (sequence > through && !singles.has(sequence)) singles.set(sequence, mark)
    },
    // A single message was above every step when it was reached.
    first: sequence => singles.get(sequence) ?? stepOver(sequence),
  }
}
