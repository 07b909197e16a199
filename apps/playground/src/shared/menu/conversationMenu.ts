import type { Conversation } from '@parlance/core'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'
import type { MenuItem } from './menuItem.ts'

/** What can be done with a conversation. */
export const conversationMenu = (panel: Panel, { id, pinned, silenced, unread }: Conversation): readonly MenuItem[] => {
  const { chat } = panel
  const { set, markRead } = chat.conversation(id)
  // One that is shown would be read again at once.
  const leave = (): void => {
    if (panel.selected.get() === id) panel.select(undefined)
  }
  return [
    pinned > 0
      ? { id: 'unpin', label: 'Unpin', icon: 'pin', run: () => void set({ pinned: 0 }) }
      : { id: 'pin', label: 'Pin to the top', icon: 'pin', run: () => void set({ pinned: topRank(panel) + 1 }) },
    silenced
      ? { id: 'alert', label: 'Turn alerts on', icon: 'bell', run: () => void set({ silenced: false }) }
      : { id: 'silence', label: 'Silence', icon: 'bellOff', run: () => void set({ silenced: true }) },
    unread.count > 0 || unread.marked
      ? { id: 'markRead', label: 'Mark as read', icon: 'checks', run: () => void markRead() }
      : {
          id: 'markUnread',
          label: 'Mark as unread',
          icon: 'unread',
          run: () => {
            leave()
            void set({ markedUnread: true })
          },
        },
    {
      id: 'remove',
      label: 'Remove',
      icon: 'trash',
      danger: true,
      run: () => {
        leave()
        void chat.removeConversation(id)
        panel.focus.keep(part.composer, part.firstConversation)
      },
    },
  ]
}

/** The pinned stand first. */
const topRank = ({ chat }: Panel): number => chat.conversations.get().at(0)?.pinned ?? 0
