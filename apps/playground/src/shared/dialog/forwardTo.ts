import type { Conversation, LiveMessage } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { conversationTitle } from '../wording/conversationTitle.ts'
import { errorLabel } from '../wording/errorLabel.ts'

/** Says in a conversation what a message says, and tells what came of it. */
export const forwardTo = async (panel: Panel, { key }: LiveMessage, conversation: Conversation): Promise<void> => {
  const { chat, dialog, hint, trouble, nameOf } = panel
  dialog.set(undefined)
  const outcome = await chat.conversation(conversation.id).forward(key)
  if (outcome.ok) hint.say(`Forwarded to ${conversationTitle(conversation, nameOf)}`)
  else trouble.set(`Not forwarded. ${errorLabel(outcome.error)}.`)
}
