import { attachmentOf, withAttachment, type Attachment, type Body, type LocalFile } from '../model/body.ts'
import type { OutgoingMessage } from '../protocol/remoteMessage.ts'

/** A body as it leaves: without what is only of this device. */
export const outgoingBody = (body: Body): Body => {
  const attachment = attachmentOf(body)
  return attachment?.file === undefined && attachment?.preview === undefined ? body : withAttachment(body, withoutLocal(attachment))
}

/** A message as it leaves. */
export const outgoing = (message: OutgoingMessage): OutgoingMessage => ({ ...message, body: outgoingBody(message.body) })

const withoutLocal = ({ file: _file, preview: _preview, ...attachment }: Attachment): Attachment => attachment

/** The file that has to be uploaded before a body may leave. */
export const fileToUpload = (body: Body): LocalFile | undefined => {
  const attachment = attachmentOf(body)
  return attachment?.url === undefined ? attachment?.file : undefined
}
