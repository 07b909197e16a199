/** Which receipts are sent. Both default to `true`. `createChat` takes one for all, or a function that gives one per conversation. */
export interface ReceiptOptions {
  readonly delivered?: boolean
  readonly read?: boolean
}
