import { conversationAt, userOf } from '../conversations.ts'
import { refOf } from '../events/refOf.ts'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { Pins } from './pins.ts'
import { reactionChanges } from './reactionFacts.ts'

/** What people put to messages, and which they pin. */
export const reactionEvents = ({ self, known, origin, tell }: PartContext, { note }: Pick<Pins, 'note'>): SdkHandler => ({
  onReactionChange(payload) {
    const { messageId, reactions } = rawOf(payload)
    tell(...reactionChanges(reactions, refOf(known, messageId)))
  },

  onMessagePinEvent(payload) {
    const { messageId, operatorId, operation, time, conversationType, conversationId } = rawOf(payload)
    const [{ id, conversation: told }, name] = [refOf(known, messageId), textOf(conversationId)]
    // Between two it names who pinned, which is me if it was another device of mine.
    const conversation = needed(told ?? (name === self ? undefined : conversationAt(conversationType, name)))
    const by = userOf(needed(textOf(operatorId)))
    const pin = { conversation, id, pinned: operation !== 'unpin', by }
    note(pin)
    tell(said({ type: 'pinned', origin: origin(), ...pin, at: amountOf(time) }))
  },
})
