import { canonical } from '../conversations.ts'
import { messageFacts } from '../messages/messageFacts.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import { isMoment, momentFromSdk } from '../messages/moment.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Messages as they come: all types in one batch, commands by themselves. My own from other devices are among them. */
export const messageEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const take = (value: unknown): void => {
    const raw = rawOf(value)
    if (isMoment(raw)) {
      const fact = momentFromSdk(raw, self)
      if (fact !== undefined) tell(fact)
      return
    }
    const message = messageFromSdk(raw, self)
    if (message?.id === undefined) return unreadable('a message', value)
    known.learn(message)
    // After a new login the SDK gives again what it had given before.
    if (!known.cameBefore(message.id) || isStream(raw)) tell(...messageFacts(raw, message, wasOffline(raw) ? 'catchup' : origin(), self))
  }

  return {
    onMessage(batch) {
      for (const message of listOf(batch)) take(message)
    },
    onCmdMessage: take,
  }

  function isStream(raw: ReturnType<typeof rawOf>): boolean {
    return raw['stream'] !== undefined && canonical(textOf(raw['from']) ?? '') !== self
  }
}

/** Where the app has asked Easemob to say so, a message tells that it waited for this device. */
const wasOffline = (raw: ReturnType<typeof rawOf>): boolean => raw['onlineState'] === 0
