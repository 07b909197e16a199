import type { LiveMessage } from '@parlance/core'
import { isBlank } from '../format/isBlank.ts'
import type { Panel } from '../panel/createPanel.ts'
import { errorLabel } from '../wording/errorLabel.ts'

/** Marks a message read, with some words for who sent it. */
export const markReadWith = async (panel: Panel, { key, conversation }: LiveMessage, note: string): Promise<void> => {
  const { chat, dialog, hint, trouble } = panel
  dialog.set(undefined)
  const outcome = await chat.conversation(conversation).markRead({ upTo: key, ...(!isBlank(note) && { content: note.trim() }) })
  if (outcome.ok) hint.say('Marked as read')
  else trouble.set(`Not marked as read. ${errorLabel(outcome.error)}.`)
}
