import type { ConversationId, MessageId, Origin, ReactionFact } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { said } from '../said.ts'
import type { Raw } from '../sdk/raw.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'

interface Target {
  readonly id: MessageId
  readonly conversation?: ConversationId
}

/** Who has put which emoji to a message, as far as its list names them. */
export const reactionsOf = ({ reactions }: Raw, target: Target, origin: Origin): readonly ReactionFact[] =>
  listOf(reactions).flatMap(one => {
    const { reaction, userList } = rawOf(one)
    return listOf(userList).flatMap(user => reactionOf(target, reaction, user, true, origin))
  })

/** What was done to them: each emoji tells who came and who went. */
export const reactionChanges = (reactions: unknown, target: Target): readonly ReactionFact[] =>
  listOf(reactions).flatMap(one => {
    const { reaction, op } = rawOf(one)
    return listOf(op).flatMap(change => {
      const { operator, reactionType } = rawOf(change)
      return reactionOf(target, reaction, operator, reactionType !== 'delete', 'live')
    })
  })

const reactionOf = (
  { id, conversation }: Target,
  emoji: unknown,
  user: unknown,
  active: boolean,
  origin: Origin,
): readonly ReactionFact[] => {
  const [name, by] = [textOf(emoji), textOf(user)]
  if (name === undefined || by === undefined) return []
  return [{ type: 'reaction', origin, target: said({ id, conversation }), user: userOf(by), emoji: name, active }]
}
