import type { Op } from '@parlance/core'

const LONGEST_MS = 5_000

/** How long to wait for what goes along with something that is better without it than late. */
export const beside = (op: Op = {}): Op => ({ ...op, timeoutMs: Math.min(op.timeoutMs ?? LONGEST_MS, LONGEST_MS) })
