import type { ConversationId, MessageRef } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import { bodyFromSdk } from '../messages/bodyFromSdk.ts'
import { unpackExt } from '../messages/ext.ts'
import { modification } from '../messages/messageFacts.ts'
import { reactionChanges } from '../messages/reactionFacts.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** What is done to messages later. */
export const changeEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const refOf = (id: string): MessageRef => {
    const conversation = known.find(id)?.conversation
    return { id, ...(conversation !== undefined && { conversation }) }
  }

  return {
    // Without a kind of conversation, too. Who withdraws what somebody else said may do so: the server saw to that.
    onRecallMessage(payload) {
      const { mid, from } = rawOf(payload)
      const [id, by] = [textOf(mid), textOf(from)]
      if (id === undefined || by === undefined) return unreadable('a recall', payload)
      const author = known.find(id)?.from
      const user = userOf(by)
      const as = author === undefined || author === user ? 'author' : 'moderator'
      tell({ type: 'recalled', origin: origin(), target: refOf(id), by: user, as })
    },

    onModifiedMessage(payload) {
      const raw = rawOf(payload)
      const id = textOf(raw['id'])
      const edit = modification(raw)
      if (id === undefined || edit === undefined) return unreadable('an edit', payload)
      const author = known.find(id)?.from ?? userOf(textOf(raw['from']) ?? self)
      const { by = author, at, version } = edit
      const beside = unpackExt(raw)
      const { ext } = beside
      tell({
        type: 'edited',
        origin: origin(),
        target: refOf(id),
        body: bodyFromSdk(raw, beside),
        by,
        as: by === author ? 'author' : 'moderator',
        version,
        ...(ext !== undefined && { ext }),
        ...(at !== undefined && { at }),
      })
    },

    onReactionChange(payload) {
      const { messageId, reactions } = rawOf(payload)
      const id = textOf(messageId)
      if (id === undefined) return unreadable('a reaction', payload)
      tell(...reactionChanges(reactions, refOf(id)))
    },

    onMessagePinEvent(payload) {
      const { messageId, operatorId, operation, time, conversationType, conversationId } = rawOf(payload)
      const [id, operator] = [textOf(messageId), textOf(operatorId)]
      const conversation = pinnedIn(id, conversationType, textOf(conversationId))
      if (id === undefined || operator === undefined || conversation === undefined) return unreadable('a pin', payload)
      const at = amountOf(time)
      tell({
        type: 'pinned',
        origin: origin(),
        conversation,
        id,
        pinned: operation !== 'unpin',
        by: userOf(operator),
        ...(at !== undefined && { at }),
      })
    },
  }

  /** Between two the event names who pinned, which is me if it was another device of mine. */
  function pinnedIn(id: string | undefined, kind: unknown, name: string | undefined): ConversationId | undefined {
    return known.find(id)?.conversation ?? (name === self ? undefined : conversationAt(kind, name))
  }
}
