import type { EditedFact } from '@parlance/core'
import { editMessage } from '../bodies/about.ts'
import { toContent } from '../bodies/toContent.ts'
import { readMessage } from '../conversations/readHistory.ts'
import { toWireId } from '../frames/ids.ts'
import { toKeyValues } from '../frames/keyValue.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { chatEvent } from './chatEvent.ts'
import type { Told } from './told.ts'

/** A message says something else now. What the server replaced as it came in is no edit: nobody has seen it otherwise. */
export const tellEdit = (hub: Hub, device: Device, fact: EditedFact): readonly Told[] => {
  const { id, conversation } = fact.target
  const content = toContent(fact.body)
  if (id === undefined || conversation === undefined || content === undefined || fact.as === 'server') return []
  const message = readMessage(hub, device.user, conversation, id)?.message
  if (message === undefined) return []
  return [
    chatEvent(hub, device, {
      conversation,
      from: fact.by,
      at: fact.at,
      body: {
        type: 'EDIT',
        editMessageId: toWireId(id),
        editScope: fact.ext === undefined ? 'BODY' : 'BODY_AND_EXT',
        contents: [content],
        ext: toKeyValues(fact.ext),
        meta: JSON.stringify({ edit_msg: editMessage(message, fact) }),
      },
    }),
  ]
}
