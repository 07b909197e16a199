import { compareText } from '../collections/compareText.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Membership } from '../model/membership.ts'
import type { Readable } from '../model/readable.ts'
import type { PartContext } from '../part.ts'
import type { ConversationState } from '../state/conversationState.ts'

/** Where I am asked to come, in the order of the conversations' ids. */
export const createInvitations = (context: PartContext): Readable<readonly Membership[]> => {
  const { self } = context
  const invited = new Map<ConversationId, Membership>()
  let list: readonly Membership[] = []

  const look = (conversations: Iterable<ConversationState>): void => {
    for (const { id, members } of conversations) {
      const own = members.get(self)?.standing.value
      if (own?.state === 'invited') invited.set(id, own)
      else invited.delete(id)
    }
    list = [...invited.values()].sort((a, b) => compareText(a.conversation, b.conversation))
  }

  look(context.conversations())
  const readable = context.readable(() => list)
  context.onFacts(facts => {
    const changed = facts.flatMap(fact => (fact.type === 'membership' && fact.membership.user === self ? [fact.membership] : []))
    if (changed.length === 0) return
    look(changed.map(({ conversation }) => context.conversation(conversation)))
    readable.refresh()
  })
  return readable
}
