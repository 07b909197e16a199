import type { AttachmentBody, Message } from '@parlance/core'
import { stagedAttachments } from '@parlance/core/attachments'
import { part } from '../focus/part.ts'
import type { Panel } from '../panel/createPanel.ts'

/** Takes back a message whose file is on its way. The file stays in the composer, to be sent again or not. */
export const stopUpload = async ({ chat, focus }: Panel, { key, conversation, body }: Message): Promise<void> => {
  const { ok } = await chat.conversation(conversation).cancel(key)
  if (!ok || body === undefined) return
  if ('attachment' in body) stagedAttachments(chat, conversation).add([withoutPreview(body)])
  focus.keep(part.composer, part.timeline)
}

/** The message's own preview went with it. */
const withoutPreview = <Sent extends AttachmentBody>(body: Sent): Sent => {
  const { preview: _preview, ...attachment } = body.attachment
  return { ...body, attachment }
}
