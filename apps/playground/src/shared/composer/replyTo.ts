import type { Message, MessageRef } from '@parlance/core'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'
import { withReply } from './draft.ts'

/** Begins an answer to a message: what is written so far stays. */
export const replyTo = ({ chat, editing, focus }: Panel, message: Message): void => {
  const { draft, setDraft } = chat.conversation(message.conversation)
  editing.set(undefined)
  setDraft(withReply(draft.get(), refOf(message)))
  focus.to(part.composer)
}

/** A message by the names that it has. */
const refOf = ({ conversation, id, from, localId }: Message): MessageRef => ({
  conversation,
  from,
  ...(id !== undefined && { id }),
  ...(localId !== undefined && { localId }),
})
