import type { ConversationCommands, MessageKey } from '@parlance/core'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'

export const loadGap = ({ focus }: Panel, { fillGap }: Pick<ConversationCommands, 'fillGap'>, before: MessageKey): void => {
  void fillGap(before)
  focus.keep(part.timeline)
}

export const loadPageAgain = ({ focus }: Panel, { loadOlder }: Pick<ConversationCommands, 'loadOlder'>): void => {
  void loadOlder()
  focus.keep(part.timeline)
}
