import type { Message } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { canReact } from '../reactions/canReact.ts'
import { quickReactions } from '../reactions/quickReactions.ts'
import type { MenuItem } from './menuItem.ts'

export interface ReactionMenuOptions {
  readonly panel: Pick<Panel, 'chat'>
  readonly message: Message
  /** Opens the picker. */
  readonly pickOther: () => void
}

/** The row of emoji that can be put to a message, and the way to all others; empty where there are none. */
export const reactionMenu = ({ panel: { chat }, message, pickOther }: ReactionMenuOptions): readonly MenuItem[] => {
  if (!canReact(message, chat.capabilities.get())) return []
  const { key, conversation, reactions = [] } = message
  const { react } = chat.conversation(conversation)
  const quick = quickReactions.map(({ emoji, label }): MenuItem => {
    const isOn = reactions.some(reaction => reaction.emoji === emoji && reaction.mine)
    return {
      id: `react ${emoji}`,
      label: `React with ${label}`,
      icon: 'smile',
      emoji,
      isQuick: true,
      isOn,
      run: () => void react(key, emoji, !isOn),
    }
  })
  return [...quick, { id: 'reactOther', label: 'React with another emoji', icon: 'plus', isQuick: true, run: pickOther }]
}
