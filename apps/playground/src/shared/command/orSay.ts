import type { Outcome } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { errorLabel } from '../wording/errorLabel.ts'

/** Says in the panel what a command came to, where it didn't go: `Not archived. There is no connection.` */
export const orSay = async ({ trouble }: Pick<Panel, 'trouble'>, what: string, command: Promise<Outcome<unknown>>): Promise<void> => {
  const outcome = await command
  if (!outcome.ok) trouble.set(`${what}. ${errorLabel(outcome.error)}.`)
}
