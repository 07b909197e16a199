import type { MessageId } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { metAt } from '../events/metAt.ts'
import type { KnownMessage } from '../knownMessages.ts'
import type { EasemobPart } from '../part.ts'
import { target } from '../requests/target.ts'
import { idOf, rawOf } from '../sdk/raw.ts'
import { createLookout } from './lookout.ts'

/**
 * Messages that I delete for myself, here or on another device of mine.
 * @example
 * import { deletion } from '@parlance/easemob/deletion'
 * const transport = easemob({ connection, user: 'alice', parts: [deletion] })
 */
export const deletion: EasemobPart = context => {
  const { known, ask } = context
  /** Those that history has no more though nobody deleted them elsewhere. */
  const gone = new WeakSet<KnownMessage>()
  const goes = (id: MessageId | undefined): void => {
    const message = known.find(id)
    if (message !== undefined) gone.add(message)
  }
  const look = createLookout(context, gone)

  return {
    handler: before => ({
      onRecallMessage(payload) {
        before.onRecallMessage?.(payload)
        goes(idOf(rawOf(payload)['mid']))
      },
      onMultiDeviceEvent(payload) {
        before.onMultiDeviceEvent?.(payload)
        const { operation, conversationId, chatType } = rawOf(payload)
        if (operation === 'deleteRoaming') look(metAt(known, chatType, conversationId))
      },
    }),
    commands: before => ({
      async recall(ref, op) {
        const ack = await before.recall(ref, op)
        goes(ack.id)
        return ack
      },
      async delete(ref, op) {
        const { id, conversation } = target(known, ref)
        const { chatType, to: targetId } = placeOf(conversation)
        await ask(connection => connection.removeHistoryMessages({ targetId, chatType, messageIds: [id] }), op)
        goes(id)
        return { id }
      },
    }),
    capabilities: () => ({ deletion: 'forMe' }),
  }
}
