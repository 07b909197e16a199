import type { UserId } from '../model/ids.ts'
import type { MembershipFact } from '../protocol/fact.ts'
import type { ConversationState } from '../state/conversationState.ts'

/**
 * What a list of members that was walked to its end says of those it doesn't name: that they left. It was asked for at `requested`; of
 * whom something was told since it says nothing, nor of me. After a gap nobody else tells.
 */
export const unnamedLeft = (
  { members }: Pick<ConversationState, 'members'>,
  named: ReadonlySet<UserId>,
  requested: number,
  self: UserId,
): readonly MembershipFact[] =>
  [...members].flatMap(({ user, standing: { value, seq, version } }) =>
    value.state === 'member' && seq < requested && !named.has(user) && user !== self
      ? [{ type: 'membership', origin: 'history', membership: { ...value, state: 'left' }, ...(version !== undefined && { version }) }]
      : [],
  )
