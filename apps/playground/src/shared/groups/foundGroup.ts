import type { UserId } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { Attempts } from '../command/createAttempts.ts'
import type { Panel } from '../panel/createPanel.ts'

export interface NewGroupChoices {
  readonly title: string
  /** Anyone may join. */
  readonly isRoom: boolean
  readonly members: Iterable<UserId>
}

/** Makes a group or room and shows it; resolves with whether that went. */
export const foundGroup = async (
  { chat, select }: Pick<Panel, 'chat' | 'select'>,
  attempts: Attempts,
  { title, isRoom, members }: NewGroupChoices,
): Promise<boolean> => {
  const founding = groups(chat).create({ kind: isRoom ? 'room' : 'group', title: title.trim(), members: [...members] })
  const isThere = await attempts.run(founding)
  const made = await founding
  if (made.ok) select(made.value)
  return isThere
}
