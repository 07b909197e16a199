import { userOf } from '../conversations.ts'
import { bodyFromSdk } from '../messages/bodyFromSdk.ts'
import { unpackExt } from '../messages/ext.ts'
import { editIn, editedFact } from '../messages/messageFacts.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'
import { refOf } from './refOf.ts'

/** What is done to messages later. None of these events says in which kind of conversation: the message itself tells. */
export const changeEvents = ({ self, known, origin, tell }: EventContext): SdkHandler => ({
  // Who withdraws what somebody else said may do so: the server saw to that.
  onRecallMessage(payload) {
    const { mid, from } = rawOf(payload)
    const [target, by] = [refOf(known, mid), userOf(needed(textOf(from)))]
    const as = (known.find(target.id)?.from ?? by) === by ? 'author' : 'moderator'
    tell({ type: 'recalled', origin: origin(), target, by, as })
  },

  onModifiedMessage(payload) {
    const raw = rawOf(payload)
    const [target, edit, beside] = [refOf(known, raw['id']), needed(editIn(raw)), unpackExt(raw)]
    const author = known.find(target.id)?.from ?? userOf(textOf(raw['from']) ?? self)
    tell(editedFact(edit, author, { origin: origin(), target, body: bodyFromSdk(raw, beside), ext: beside.ext }))
  },
})
