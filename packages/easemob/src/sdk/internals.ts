import type { SdkConnection } from './connection.ts'

// What the SDK keeps to itself and gets wrong. Where it isn't there any more, nothing is done.

const empty = (list: unknown): void => {
  if (Array.isArray(list)) list.length = 0
}

/** The queue that it is fetching from, if any. */
export const fetching = ({ _queues: queues }: SdkConnection): unknown => (Array.isArray(queues) ? queues[0] : undefined)

/** What it was fetching when its socket dropped it would wait for for ever, and hear of nothing new there. */
export const forgetQueues = ({ _queues }: SdkConnection): void => empty(_queues)

/** What it has seen in a page of history it would leave out when it comes as it happens. The adapter leaves out repeats itself. */
export const forgetSeen = ({ _load_msg_cache }: SdkConnection): void => empty(_load_msg_cache)
