import { withAttachment, type Attachment, type Body } from './model/body.ts'
import { chatError } from './model/error.ts'
import type { Message } from './model/message.ts'
import { failed, succeeded, type Outcome } from './model/outcome.ts'

/**
 * What of a message is said again when it is forwarded: its body, without whom it named and without what only shows it here [FWD1].
 * Fails with `notFound`, `conflict` for a recalled one, `unsupported` for what can't be said by a client.
 */
export const forwardable = (message: Message | undefined): Outcome<Body> => {
  if (message === undefined) return failed(chatError('notFound', { message: 'There is no message with that key.', path: 'key' }))
  const { body } = message
  if (body === undefined) return failed(chatError('conflict', { message: 'The message is recalled.' }))
  switch (body.type) {
    case 'command':
    case 'notice':
    case 'unknown':
      return failed(chatError('unsupported', { message: `A message of the type ${body.type} can't be forwarded.` }))
    case 'text':
      return succeeded({ type: 'text', text: body.text })
    default:
      return succeeded('attachment' in body ? withAttachment(body, withoutPreview(body.attachment)) : body)
  }
}

/** It is released with the message that it shows. */
const withoutPreview = ({ preview: _preview, ...attachment }: Attachment): Attachment => attachment
