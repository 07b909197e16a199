import type { Conversation, ConversationId, ConversationSettings } from '@parlance/core'
import { orSay } from '../command/orSay.ts'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'
import type { MenuItem } from './menuItem.ts'

/** What can be done with a conversation. */
export const conversationMenu = (panel: Panel, conversation: Conversation): readonly MenuItem[] => {
  const { chat, focus, selected, select } = panel
  const { id, pinned, silenced, archived, unread } = conversation
  const { set, markRead } = chat.conversation(id)
  const { settings, removal } = chat.capabilities.get()
  const change = (settings: ConversationSettings) => () => void orSay(panel, 'Not changed', set(settings))
  // One that is shown would be read again at once.
  const leave = (): void => {
    if (selected.get() === id) select(undefined)
  }
  const remove = (withHistory: boolean) => () => {
    leave()
    void orSay(panel, 'Not removed', chat.removeConversation(id, { withHistory }))
    focus.keep(part.composer, part.firstConversation)
  }
  const items: MenuItem[] = []
  if (settings.includes('pinned')) {
    items.push(
      pinned > 0
        ? { id: 'unpin', label: 'Unpin', icon: 'pin', run: change({ pinned: 0 }) }
        : { id: 'pin', label: 'Pin to the top', icon: 'pin', run: change({ pinned: topRank(panel) + 1 }) },
    )
  }
  if (settings.includes('silenced')) {
    items.push(
      silenced
        ? { id: 'alert', label: 'Turn alerts on', icon: 'bell', run: change({ silenced: false }) }
        : { id: 'silence', label: 'Silence', icon: 'bellOff', run: change({ silenced: true }) },
    )
  }
  if (unread.count > 0 || unread.marked) {
    items.push({ id: 'markRead', label: 'Mark as read', icon: 'checks', run: () => void orSay(panel, 'Not marked', markRead()) })
  } else if (settings.includes('markedUnread')) {
    const markUnread = change({ markedUnread: true })
    const run = (): void => {
      leave()
      markUnread()
    }
    items.push({ id: 'markUnread', label: 'Mark as unread', icon: 'unread', run })
  }
  if (settings.includes('archived')) {
    items.push(
      archived
        ? { id: 'unarchive', label: 'Take out of the archive', icon: 'archive', run: change({ archived: false }) }
        : { id: 'archive', label: 'Archive', icon: 'archive', run: change({ archived: true }) },
    )
  }
  items.push(receiptsItem(panel, id), { id: 'remove', label: 'Remove from the list', icon: 'close', danger: true, run: remove(false) })
  if (removal === 'withHistory') {
    items.push({ id: 'removeWithHistory', label: 'Remove with its messages', icon: 'trash', danger: true, run: remove(true) })
  }
  return items
}

/** Turns my receipts off in one conversation, or on again. */
const receiptsItem = ({ settings }: Panel, id: ConversationId): MenuItem => {
  const { withoutReceipts } = settings.get()
  return withoutReceipts.includes(id)
    ? {
        id: 'receiptsOn',
        label: 'Send receipts here again',
        icon: 'checks',
        run: () => settings.set({ ...settings.get(), withoutReceipts: withoutReceipts.filter(other => other !== id) }),
      }
    : {
        id: 'receiptsOff',
        label: 'Send no receipts here',
        icon: 'check',
        run: () => settings.set({ ...settings.get(), withoutReceipts: [...withoutReceipts, id] }),
      }
}

/** The pinned stand first. */
const topRank = ({ chat }: Panel): number => chat.conversations.get().at(0)?.pinned ?? 0
