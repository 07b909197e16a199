import { messageFacts } from '../messages/messageFacts.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import { isMoment, momentFromSdk } from '../messages/moment.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { listOf, rawOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Messages as they come: all types in one batch, commands by themselves. My own from other devices are among them. */
export const messageEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const take = (value: unknown): void => {
    const raw = rawOf(value)
    if (isMoment(raw)) return tell(...momentFromSdk(raw, self))
    const message = messageFromSdk(raw, self)
    if (message === undefined) return unreadable('a message', value)
    known.learn(message)
    // After a new login the SDK gives again what it had given before. Where Easemob was asked to, it says what waited for this device.
    if (!known.cameBefore(message.id)) tell(...messageFacts(raw, message, raw['onlineState'] === 0 ? 'catchup' : origin(), self))
  }

  return {
    onMessage(batch) {
      for (const message of listOf(batch)) take(message)
    },
    onCmdMessage: take,
  }
}
