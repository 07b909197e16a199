import type { Message } from '@parlance/core'
import { attachmentOf } from '@parlance/core'
import { bytesLabel } from '../format/bytesLabel.ts'

/** How far a message's file is on its way to where others fetch it. */
export interface Upload {
  /** From 0 to 1. */
  readonly progress: number
  readonly label: string
}

/** `undefined`: there is no file, or it is not on its way. */
export const uploadOf = ({ send, body }: Message): Upload | undefined => {
  const attachment = body && attachmentOf(body)
  if (attachment?.file === undefined || attachment.url !== undefined) return undefined
  if (send?.state === 'queued') return { progress: 0, label: 'Waiting to be uploaded' }
  if (send?.state !== 'uploading') return undefined
  const { progress = 0 } = send
  return { progress, label: `${Math.floor(progress * 100)}% of ${bytesLabel(attachment.size)}` }
}
