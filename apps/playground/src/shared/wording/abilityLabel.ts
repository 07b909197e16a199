import type { ConversationAbilities } from '@parlance/core'

const reasons: Readonly<Record<NonNullable<ConversationAbilities['reason']>, string>> = {
  notMember: 'You are no longer a member here.',
  muted: 'You are muted here: you may read, but not write.',
  unsupported: 'Nobody can write here.',
}

/** Why there is nothing to write into. */
export const abilityLabel = ({ reason }: ConversationAbilities): string =>
  reason === undefined ? 'You can’t write here.' : reasons[reason]
