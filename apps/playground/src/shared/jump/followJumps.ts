import type { ConversationId } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import type { Rows } from '../timeline/createRows.ts'
import { errorLabel } from '../wording/errorLabel.ts'
import { messageOf } from './messageOf.ts'

/** Goes to each message that is asked for while a conversation is shown: one that isn't here is loaded first. Gives back what ends that. */
export const followJumps = ({ chat, jump, trouble }: Panel, id: ConversationId, { seek }: Pick<Rows, 'seek'>): (() => void) => {
  const { messages, loadAround } = chat.conversation(id)

  const follow = async (): Promise<void> => {
    const asked = jump.get()
    if (asked?.conversation !== id) return
    trouble.set(undefined)
    const { target } = asked
    const loaded = target.id === undefined ? undefined : await loadAround(target.id)
    // Meanwhile one goes elsewhere.
    if (jump.get() !== asked) return
    jump.set(undefined)
    const message = messageOf(messages.get(), target)
    if (message !== undefined) seek(message.key)
    else trouble.set(`The message can’t be shown. ${loaded?.ok === false ? errorLabel(loaded.error) : 'It isn’t there'}.`)
  }

  return jump.subscribe(() => void follow())
}
