import type { Ack, MessageRef, Op, Transport } from '@parlance/core'
import { isChatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { target } from '../requests/target.ts'
import type { Pins } from './pins.ts'

/** Puts emoji to messages and pins them, and takes both back. */
export const reactionOps = ({ self, known, ask }: PartContext, { note }: Pick<Pins, 'note'>): Pick<Transport, 'react' | 'pin'> => ({
  async react(ref: MessageRef, { emoji, active }: { readonly emoji: string; readonly active: boolean }, op?: Op): Promise<Ack> {
    const { id } = target(known, ref)
    const change = { messageId: id, reaction: emoji }
    try {
      await ask(connection => (active ? connection.addReaction(change) : connection.deleteReaction(change)), op)
    } catch (thrown) {
      // It is there already.
      if (!active || !isChatError(thrown) || thrown.code !== 'conflict') throw thrown
    }
    return { id }
  },

  async pin(ref: MessageRef, pinned: boolean, op?: Op): Promise<Ack> {
    const { id, conversation } = target(known, ref)
    const { chatType: conversationType, to: conversationId } = placeOf(conversation)
    const change = { conversationType, conversationId, messageId: id }
    await ask(connection => (pinned ? connection.pinMessage(change) : connection.unpinMessage(change)), op)
    note({ conversation, id, pinned, by: self })
    return { id }
  },
})
