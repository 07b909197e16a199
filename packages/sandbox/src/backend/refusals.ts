import type { ChatError, ErrorCode, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { RequestName } from './backend.ts'

/** A refusal by decree, for what has no natural cause in memory (`unavailable`, `unknown`) or to bring one about at will. */
export interface Refusal {
  readonly code: ErrorCode
  /** Default: everybody's. */
  readonly user?: UserId
  /** Default: every request. */
  readonly request?: RequestName
  /** How many requests are refused. Default 1; `Infinity` until taken back. */
  readonly times?: number
  /** Milliseconds; goes with the error. */
  readonly retryAfterMs?: number
  /** `true`: the request is carried out, and refused all the same, with `effect: 'maybe'`: as when an answer is lost on the server. */
  readonly carriedOut?: boolean
}

/** What stands in the way of a request. */
export interface Refusals {
  add(refusal: Refusal): () => void
  /** The refusal that a request runs into, used up by one. */
  meet(user: UserId, request: RequestName): { readonly error: ChatError; readonly carriedOut: boolean } | undefined
}

export const createRefusals = (): Refusals => {
  const standing = new Map<Refusal, number>()

  return {
    add(refusal) {
      const own = { ...refusal }
      standing.set(own, refusal.times ?? 1)
      return () => void standing.delete(own)
    },
    meet(user, request) {
      for (const [refusal, left] of standing) {
        if ((refusal.user ?? user) !== user || (refusal.request ?? request) !== request) continue
        if (left <= 1) standing.delete(refusal)
        else standing.set(refusal, left - 1)
        const { code, retryAfterMs, carriedOut = false } = refusal
        return { error: chatError(code, { retryAfterMs, ...(carriedOut && { effect: 'maybe' }) }), carriedOut }
      }
      return undefined
    },
  }
}
