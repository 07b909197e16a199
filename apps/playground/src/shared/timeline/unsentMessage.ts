import type { ConversationCommands, MessageKey } from '@parlance/core'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'

export const retryMessage = ({ focus }: Panel, { retry }: Pick<ConversationCommands, 'retry'>, key: MessageKey): void => {
  void retry(key)
  focus.keep(part.message(key), part.composer)
}

export const discardMessage = ({ focus }: Panel, { cancel }: Pick<ConversationCommands, 'cancel'>, key: MessageKey): void => {
  void cancel(key)
  focus.keep(part.composer, part.timeline)
}
