import type { MessageStatus } from '@parlance/core'
import type { IconName } from '../icons.ts'

/** How the tick of a message looks, and what it is called. */
export const statusLook: Readonly<Record<MessageStatus, { readonly icon: IconName; readonly label: string }>> = {
  queued: { icon: 'clock', label: 'Waiting to be sent' },
  uploading: { icon: 'clock', label: 'Uploading' },
  sending: { icon: 'clock', label: 'Sending' },
  uncertain: { icon: 'question', label: 'May have been sent' },
  failed: { icon: 'alert', label: 'Not sent' },
  sent: { icon: 'check', label: 'Sent' },
  delivered: { icon: 'checks', label: 'Delivered' },
  read: { icon: 'checks', label: 'Read' },
}
