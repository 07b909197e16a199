import type { SdkConnection } from '../sdk/connection.ts'
import { fetching } from '../sdk/internals.ts'

const LOOK_EVERY_MS = 5
const LOOKS = 200

/**
 * Waits until the SDK has fetched what it was told of. The backend tells of messages by notices, which come in order with the acks;
 * the messages themselves the SDK fetches, queue by queue.
 */
export const pulled = async (connection: SdkConnection): Promise<void> => {
  for (let look = 0; look < LOOKS && fetching(connection) !== undefined; look++) {
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
