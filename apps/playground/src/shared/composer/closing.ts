import type { ConversationAbilities, ConversationId, Outcome, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'
import { groups } from '@parlance/core/groups'
import { orSay } from '../command/orSay.ts'
import type { Panel } from '../panel/createPanel.ts'
import { abilityLabel } from '../wording/abilityLabel.ts'

/** Why there is nothing to write into, and what to do about it if anything. */
export interface Closing {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** `undefined` where one may write. */
export const closing = (
  panel: Panel,
  id: ConversationId,
  can: ConversationAbilities,
  blocklist: readonly UserId[],
): Closing | undefined => {
  const { chat, nameOf } = panel
  const attempt = (command: () => Promise<Outcome>) => () => void orSay(panel, 'That didn’t work', command())
  const kind = conversationKind(id)
  const name = conversationName(id)
  if (kind === 'direct' && blocklist.includes(name)) {
    return { text: `You have blocked ${nameOf(name)}.`, action: { label: 'Unblock', run: attempt(() => contacts(chat).unblock(name)) } }
  }
  if (can.send) return undefined
  const text = abilityLabel(can)
  if (kind !== 'room' || can.reason !== 'notMember') return { text }
  return { text, action: { label: 'Join', run: attempt(() => groups(chat).join(id)) } }
}
