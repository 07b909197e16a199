import type { ContractBackend } from '@parlance/core/testing'
import type { Bend } from '../bend.ts'

/** A fault in a transport, and the checks that find it. */
export interface Broken {
  readonly fault: string
  readonly bend: Bend
  /** What is wrong beside the transports that {@link ContractBackend.open} gives. */
  readonly backend?: (straight: ContractBackend) => Partial<ContractBackend>
  /** Parts of names: every check whose name has one has to fail. */
  readonly caught: readonly string[]
}

/** Remembers things from one event or call to the next, for each transport by itself. */
export const remembering =
  <Memory>(begin: () => Memory, bend: (memory: Memory) => Bend): Bend =>
  straight =>
    bend(begin())(straight)

/** For what an optional command gives if it isn't there. */
export const missing = (): Promise<never> => Promise.reject(new Error('The straight transport has no such command.'))
