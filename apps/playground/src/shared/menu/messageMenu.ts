import type { Capabilities, ConversationHandle, LiveMessage, Message, MessageActions } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { replyTo } from '../composer/replyTo.ts'
import { copyText } from '../copyText.ts'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'
import { discardMessage, retryMessage } from '../timeline/unsentMessage.ts'
import type { MenuItem } from './menuItem.ts'

export interface MessageMenuOptions {
  readonly panel: Panel
  readonly message: Message
}

interface Situation extends MessageMenuOptions {
  readonly talk: ConversationHandle
  readonly actions: MessageActions
  readonly capabilities: Capabilities
}

/** What can be done with a message now. */
export const messageMenu = ({ panel, message }: MessageMenuOptions): readonly MenuItem[] => {
  const { chat } = panel
  const situation: Situation = {
    panel,
    message,
    talk: chat.conversation(message.conversation),
    actions: chat.actions(message.key).get(),
    capabilities: chat.capabilities.get(),
  }
  return [...(message.recalled ? [] : withWhatItSays(situation, message)), ...withMessage(situation)]
}

const withWhatItSays = ({ panel, talk, actions, capabilities }: Situation, message: LiveMessage): readonly MenuItem[] => {
  const { key, id, body, conversation, mine, wantsReadCount = false } = message
  const isSent = id !== undefined
  const items: MenuItem[] = []
  if (isSent && talk.can.get().send) items.push({ id: 'reply', label: 'Reply', icon: 'reply', run: () => replyTo(panel, message) })
  if (isSent && body.type !== 'unknown') {
    const run = (): void => panel.dialog.set({ shows: 'forward', message })
    items.push({ id: 'forward', label: 'Forward…', icon: 'forward', run })
  }
  if (isSent && capabilities.pins !== undefined) {
    const isPinned = talk.pinned.get().some(pinned => pinned.id === id)
    const label = isPinned ? 'Unpin' : 'Pin'
    items.push({ id: isPinned ? 'unpin' : 'pin', label, icon: 'pin', run: () => void talk.pin(key, !isPinned) })
  }
  if (isSent && !mine && wantsReadCount && conversationKind(conversation) !== 'direct') {
    const run = (): void => panel.dialog.set({ shows: 'note', message })
    items.push({ id: 'note', label: 'Mark read with a note…', icon: 'note', run })
  }
  if (body.type === 'text') {
    const { text } = body
    items.push({ id: 'copy', label: 'Copy text', icon: 'copy', run: () => void copy(panel, text) })
    if (actions.edit) items.push({ id: 'edit', label: 'Edit', icon: 'edit', run: () => panel.edit(key, text) })
  }
  return items
}

const withMessage = ({ panel, talk, message: { key, id }, actions, capabilities }: Situation): readonly MenuItem[] => {
  const items: MenuItem[] = []
  if (actions.retry) items.push({ id: 'retry', label: 'Try again', icon: 'retry', run: () => retryMessage(panel, talk, key) })
  if (actions.cancel)
    items.push({ id: 'cancel', label: 'Cancel sending', icon: 'close', danger: true, run: () => discardMessage(panel, talk, key) })
  if (actions.recall)
    items.push({ id: 'recall', label: 'Recall for everyone', icon: 'recall', danger: true, run: () => void talk.recall(key) })
  items.push({ id: 'details', label: 'Message details', icon: 'info', run: () => panel.dialog.set({ shows: 'details', key }) })
  if (capabilities.deletion !== 'none' && id !== undefined) {
    const label = capabilities.deletion === 'forMe' ? 'Delete for me' : 'Delete for everyone'
    const run = (): void => {
      void talk.delete(key)
      panel.focus.keep(part.composer, part.timeline)
    }
    items.push({ id: 'delete', label, icon: 'trash', danger: true, run })
  }
  return items
}

const copy = async ({ trouble }: Panel, text: string): Promise<void> => {
  trouble.set((await copyText(text)) ? undefined : 'The text could not be copied.')
}
