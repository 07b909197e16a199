/** What is wrong with a link. Chances are from 0 (default) to 1 and concern each frame by itself, in both directions. */
export interface LinkFaults {
  /** How long a frame takes, milliseconds. Default 0. */
  readonly latencyMs?: number
  /** How much longer it may take, milliseconds. Default 0. Doesn't change the order. */
  readonly jitterMs?: number
  /** Chance that a frame never arrives. */
  readonly loss?: number
  /** Chance that it arrives twice. */
  readonly duplicate?: number
  /** Chance that it is held back and arrives after later ones. */
  readonly reorder?: number
  /** Chance that a frame from the server never arrives, on top of `loss`: what was asked for is done, and the answer is lost. */
  readonly lostAcks?: number
}

/** Faults with every default filled in. */
export type CompleteFaults = Required<LinkFaults>

const none: CompleteFaults = { latencyMs: 0, jitterMs: 0, loss: 0, duplicate: 0, reorder: 0, lostAcks: 0 }

/** Fills in the defaults. Throws a `RangeError` for what is neither a time nor a chance. */
export const completeFaults = (faults: LinkFaults): CompleteFaults => {
  const complete = { ...none, ...faults }
  for (const [name, value] of Object.entries(complete)) {
    const highest = name.endsWith('Ms') ? Number.MAX_SAFE_INTEGER : 1
    if (!(value >= 0 && value <= highest))
      throw new RangeError(`${name} is ${value}: give ${highest === 1 ? 'a chance from 0 to 1' : 'milliseconds'}.`)
  }
  return complete
}
