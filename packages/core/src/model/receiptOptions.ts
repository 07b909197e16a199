/** Which receipts this chat sends. Both default to `true`. */
export interface ReceiptOptions {
  readonly delivered?: boolean
  readonly read?: boolean
}
