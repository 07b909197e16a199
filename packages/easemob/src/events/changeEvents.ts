import type { MessageRef } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import { bodyFromSdk } from '../messages/bodyFromSdk.ts'
import { unpackExt } from '../messages/ext.ts'
import { editIn, editedFact } from '../messages/messageFacts.ts'
import { reactionChanges } from '../messages/reactionFacts.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { amountOf, idOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** What is done to messages later. None of these events says in which kind of conversation: the message itself tells. */
export const changeEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const refOf = (id: string): MessageRef & { readonly id: string } => said({ id, conversation: known.find(id)?.conversation })

  return {
    // Who withdraws what somebody else said may do so: the server saw to that.
    onRecallMessage(payload) {
      const { mid, from } = rawOf(payload)
      const [id, name] = [idOf(mid), textOf(from)]
      if (id === undefined || name === undefined) return void unreadable('a recall', payload)
      const by = userOf(name)
      const as = (known.find(id)?.from ?? by) === by ? 'author' : 'moderator'
      tell({ type: 'recalled', origin: origin(), target: refOf(id), by, as })
    },

    onModifiedMessage(payload) {
      const raw = rawOf(payload)
      const [id, edit] = [idOf(raw['id']), editIn(raw)]
      if (id === undefined || edit === undefined) return void unreadable('an edit', payload)
      const author = known.find(id)?.from ?? userOf(textOf(raw['from']) ?? self)
      const beside = unpackExt(raw)
      tell(editedFact(edit, author, { origin: origin(), target: refOf(id), body: bodyFromSdk(raw, beside), ext: beside.ext }))
    },

    onReactionChange(payload) {
      const { messageId, reactions } = rawOf(payload)
      const id = idOf(messageId)
      if (id === undefined) return void unreadable('a reaction', payload)
      tell(...reactionChanges(reactions, refOf(id)))
    },

    onMessagePinEvent(payload) {
      const { messageId, operatorId, operation, time, conversationType, conversationId } = rawOf(payload)
      const [id, operator, name] = [idOf(messageId), textOf(operatorId), textOf(conversationId)]
      // Between two it names who pinned, which is me if it was another device of mine.
      const conversation = known.find(id)?.conversation ?? (name === self ? undefined : conversationAt(conversationType, name))
      if (id === undefined || operator === undefined || conversation === undefined) return void unreadable('a pin', payload)
      const pinned = operation !== 'unpin'
      tell(said({ type: 'pinned', origin: origin(), conversation, id, pinned, by: userOf(operator), at: amountOf(time) }))
    },
  }
}
