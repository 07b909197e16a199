import type { LiveMessage } from '@parlance/core'

/** What a panel asks in a dialog: where to forward a message, or what to write beside the receipt for one. */
export interface Dialog {
  readonly asks: 'forward' | 'note'
  readonly message: LiveMessage
}
