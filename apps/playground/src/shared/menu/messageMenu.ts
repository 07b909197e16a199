import type { Capabilities, ConversationCommands, Message, MessageActions } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { copyText } from '../copyText.ts'
import { part } from '../focus/part.ts'
import { discardMessage, retryMessage } from '../timeline/unsentMessage.ts'
import type { MenuItem } from './menuItem.ts'

export interface MessageMenuOptions {
  readonly panel: Panel
  readonly talk: Pick<ConversationCommands, 'recall' | 'retry' | 'cancel' | 'delete'>
  readonly message: Message
  readonly actions: MessageActions
  readonly capabilities: Capabilities
}

/** What can be done with a message now. */
export const messageMenu = ({ panel, talk, message, actions, capabilities }: MessageMenuOptions): readonly MenuItem[] => {
  const { key, body } = message
  const text = body?.type === 'text' ? body.text : undefined
  const items: MenuItem[] = []
  if (text !== undefined) {
    items.push({ id: 'copy', label: 'Copy text', icon: 'copy', run: () => void copy(panel, text) })
    if (actions.edit) items.push({ id: 'edit', label: 'Edit', icon: 'edit', run: () => panel.edit(key, text) })
  }
  if (actions.retry) items.push({ id: 'retry', label: 'Try again', icon: 'retry', run: () => retryMessage(panel, talk, key) })
  if (actions.cancel)
    items.push({ id: 'cancel', label: 'Cancel sending', icon: 'close', danger: true, run: () => discardMessage(panel, talk, key) })
  if (actions.recall) {
    items.push({ id: 'recall', label: 'Recall for everyone', icon: 'recall', danger: true, run: () => void talk.recall(key) })
  }
  if (capabilities.deletion !== 'none' && message.id !== undefined) {
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
