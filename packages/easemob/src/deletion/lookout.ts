import type { ConversationId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { KnownMessage } from '../knownMessages.ts'
import type { PartContext } from '../part.ts'
import { missingOf } from './missing.ts'

/**
 * Finds out what another device of mine deleted from a conversation: Easemob says where that happened, and not to which messages. Those that
 * came by and that history has no more are the ones, but for those that are `gone` for other reasons.
 */
export const createLookout = (
  { known, ask, tell, link }: PartContext,
  gone: WeakSet<KnownMessage>,
): ((conversation: ConversationId) => void) => {
  /** Where it is being looked, and where it has to be looked again after that. */
  const looking = new Map<ConversationId, 'once' | 'again'>()

  const once = async (conversation: ConversationId): Promise<void> => {
    const ids = [...known.in(conversation)].flatMap(([id, message]) => (gone.has(message) ? [] : [id]))
    const missing = ids.length === 0 ? [] : await missingOf(ask, conversation, ids)
    if (missing.length === 0) return
    for (const id of missing) {
      const message = known.find(id)
      if (message !== undefined) gone.add(message)
    }
    tell({ type: 'deleted', origin: 'live', conversation, target: { exactly: missing.map(id => ({ id, conversation })) } })
  }

  const look = async (conversation: ConversationId): Promise<void> => {
    do {
      looking.set(conversation, 'once')
      await once(conversation).catch((cause: unknown) => {
        link.tell({ type: 'fault', error: chatError('protocol', { message: 'deleteRoaming', cause }) })
      })
    } while (looking.get(conversation) === 'again')
    looking.delete(conversation)
  }

  return conversation => {
    if (looking.has(conversation)) looking.set(conversation, 'again')
    else void look(conversation)
  }
}
