import type { Conversation } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { conversationMenu } from './conversationMenu.ts'
import type { MenuItem } from './menuItem.ts'

const names = { direct: 'About this person', group: 'About this group', room: 'About this room' } as const

/** What can be done with the conversation that is shown. */
export const talkMenu = (panel: Panel, conversation: Conversation): readonly MenuItem[] => [
  { id: 'info', label: names[conversationKind(conversation.id)], icon: 'info', run: () => panel.info.set(true) },
  ...conversationMenu(panel, conversation),
]
