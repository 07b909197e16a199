import type { UserId } from '../model/ids.ts'
import type { Authority, Recalled } from '../model/message.ts'

/** That somebody withdrew a message, and when this device learned so. */
export interface Claim {
  readonly recalled: Recalled
  readonly seq: number
}

/** As whom anybody's message may be withdrawn or changed. */
const overAll: readonly Authority[] = ['moderator', 'server']

/** Whether somebody may have done this to a message of `from`: an author only to their own [RCL3]. */
export const isAuthorized = (act: { readonly by: UserId; readonly as: Authority }, from: UserId): boolean =>
  overAll.includes(act.as) || (act.as === 'author' && act.by === from)

/** Of several withdrawals the one that is shown: the least by (`at`, `as`, `by`), one without a time last. */
export const leastRecall = (a: Recalled, b: Recalled): Recalled => {
  const [atA, atB] = [a.at ?? Number.POSITIVE_INFINITY, b.at ?? Number.POSITIVE_INFINITY]
  if (atA !== atB) return atA < atB ? a : b
  if (a.as !== b.as) return a.as < b.as ? a : b
  return a.by <= b.by ? a : b
}

/** Two claims of one claimant. */
export const leastClaim = (a: Claim, b: Claim): Claim => ({ recalled: leastRecall(a.recalled, b.recalled), seq: Math.min(a.seq, b.seq) })
