import type { MessageId } from '@parlance/core'
import type { StoredMessage } from './storedMessage.ts'

/** A conversation's messages in the server's order. Places are given once; one that was given for nothing stays empty. */
export interface Log {
  /** The last place given; 0 if none. */
  readonly head: number
  reserve(): number
  put(message: StoredMessage): void
  at(sequence: number): StoredMessage | undefined
  byId(id: MessageId): StoredMessage | undefined
  /** Newest first: from `through` down to above `after`. */
  downwards(through: number, after: number): Iterable<StoredMessage>
  /** Oldest first: from above `after` up to `through`. */
  upwards(after: number, through: number): Iterable<StoredMessage>
}

export const createLog = (): Log => {
  const places: (StoredMessage | undefined)[] = [undefined]
  const ids = new Map<MessageId, StoredMessage>()

  return {
    get head() {
      return places.length - 1
    },
    reserve: () => places.push(undefined) - 1,
    put(message) {
      places[message.sequence] = message
      ids.set(message.id, message)
    },
    at: sequence => places[sequence],
    byId: id => ids.get(id),
    *downwards(through, after) {
      for (let sequence = through; sequence > after; sequence--) {
        const message = places[sequence]
        if (message !== undefined) yield message
      }
    },
    *upwards(after, through) {
      for (let sequence = after + 1; sequence <= through; sequence++) {
        const message = places[sequence]
        if (message !== undefined) yield message
      }
    },
  }
}
