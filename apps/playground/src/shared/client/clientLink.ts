import type { Attachment, Transport } from '@parlance/core'

/** What a client hangs on. */
export interface ClientLink {
  readonly transport: Transport
  /** How many frames the other side has yet to confirm. */
  readonly unconfirmed: () => number
  /** Where this page finds an uploaded file. */
  readonly fileUrl: (attachment: Attachment) => string | undefined
}
