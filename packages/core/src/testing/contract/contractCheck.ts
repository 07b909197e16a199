import type { Stage } from './stage.ts'

/** One thing that a transport has to get right. */
export interface ContractCheck {
  /** A sentence; in brackets the rules or the capability that it is about. */
  readonly name: string
  /** `true`, or why it isn't checked: the backend can't bring it about, or doesn't claim it. */
  readonly applies: true | string
  /** Rejects with an `Error` whose message says what is wrong. Does nothing if the check doesn't apply. */
  readonly run: () => Promise<void>
}

/** A check that waits for its stage. */
export interface Draft {
  readonly name: string
  readonly applies: true | string
  readonly play: (stage: Stage) => Promise<void>
}

export const check = (name: string, play: Draft['play']): Draft => ({ name, applies: true, play })

/** A check that needs something of the backend; without it, it doesn't apply. */
export const checkWith = <Means>(
  means: Means | undefined,
  missing: string,
  name: string,
  play: (stage: Stage, means: Means) => Promise<void>,
): Draft => (means === undefined ? notApplying(name, missing) : check(name, stage => play(stage, means)))

/** A check that is only listed, with the reason. */
export const notApplying = (name: string, reason: string): Draft => ({ name, applies: reason, play: () => Promise.resolve() })
