import type { CommandBody, MessageKey } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { errorLabel } from '../wording/errorLabel.ts'

/** Says what became of a command that was sent here: it has no row that would say so. */
export const tellOfCommand = async (
  { chat, hint, trouble }: Pick<Panel, 'chat' | 'hint' | 'trouble'>,
  key: MessageKey,
  { action }: CommandBody,
): Promise<void> => {
  const { send } = await chat.settled(key)
  if (send?.state === 'failed') trouble.set(`The command was not sent. ${errorLabel(send.error)}.`)
  else hint.say(`You sent the command “${action}”`)
}
