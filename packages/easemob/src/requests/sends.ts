import type { Ack, Body, Ext, MessageRef, Op, OutgoingMessage } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { newLocalId } from '../localIds.ts'
import { bodyToSdk } from '../messages/bodyToSdk.ts'
import { packExt } from '../messages/ext.ts'
import { editIn } from '../messages/messageFacts.ts'
import { outgoing } from '../messages/outgoing.ts'
import { positionOf } from '../positions.ts'
import { said } from '../said.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'
import { pulled } from './pulled.ts'
import { checkSize } from './size.ts'
import { target } from './target.ts'

/** What is said, and what is said of it later. */
export const sends = ({ self, known, ask, maxMessageBytes }: RequestContext) => ({
  async send(message: OutgoingMessage, op?: Op): Promise<Ack> {
    checkSize(message, maxMessageBytes)
    const result = await ask(
      async connection => {
        const answer = await connection.send(outgoing(message))
        // Messages come by a way of their own: what stands below this one is here first.
        await pulled(connection)
        return answer
      },
      op,
      'send',
    )
    const { serverMsgId, message: sent } = rawOf(result)
    const id = textOf(serverMsgId)
    if (id === undefined) throw chatError('protocol', { effect: 'done' })
    known.learn({ ...message, id, from: self })
    return said({ id, position: positionOf(id), at: amountOf(rawOf(sent)['time']) })
  },

  async recall(ref: MessageRef, op?: Op): Promise<Ack> {
    const { id, conversation } = target(known, ref)
    await ask(connection => connection.recallMessage({ ...placeOf(conversation), mid: id }), op, 'recall')
    return { id }
  },

  async edit(ref: MessageRef, { body, ext }: { readonly body: Body; readonly ext?: Ext }, op?: Op): Promise<Ack> {
    const { id, conversation, localId } = target(known, ref)
    checkSize(said({ body, ext }), maxMessageBytes)
    const change = { ...bodyToSdk(body), ...placeOf(conversation), id: newLocalId(), ext: packExt(body, ext, said({ id: localId })) }
    const result = await ask(connection => connection.modifyMessage({ messageId: id, modifiedMessage: change }), op)
    return said({ id, version: editIn(rawOf(result))?.version })
  },
})
