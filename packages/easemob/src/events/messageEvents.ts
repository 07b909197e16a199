import type { Origin } from '@parlance/core'
import { messageFacts } from '../messages/messageFacts.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import type { WithParts } from '../part.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import type { Raw } from '../sdk/raw.ts'
import { listOf, rawOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Messages as they come: all types in one batch, commands by themselves. My own from other devices are among them. */
export const messageEvents = (context: EventContext & WithParts): SdkHandler => {
  const { self, known, origin, tell, link, parts } = context
  const take = (value: unknown): void => {
    const raw = rawOf(value)
    const came = originOf(raw, origin())
    if (parts.some(({ takes }) => takes?.(raw, came))) return
    const message = needed(messageFromSdk(raw, self))
    const remembered = needed(known.learn(message))
    // After a new login the SDK gives again what it had given before.
    if (remembered.came) return
    remembered.came = true
    tell(...messageFacts(raw, message, came, context))
  }

  return {
    onMessage(batch) {
      // What can't be read is reported, and the others come.
      for (const message of listOf(batch)) link.attempt(() => take(message), message)
    },
    onCmdMessage: take,
  }
}

/** Where the application has asked Easemob to, it says whether a message waited for this device: 0, or came as it was sent: 1. */
const originOf = ({ onlineState }: Raw, otherwise: Origin): Origin =>
  onlineState === 0 ? 'catchup' : onlineState === 1 ? 'live' : otherwise
