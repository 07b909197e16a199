import type { ConversationId, ReceiptOptions } from '@parlance/core'
import { isConversationId } from '@parlance/core'

/** What somebody chose, in this browser. */
export interface Settings {
  /** Whether others hear that their messages arrived, and were read. */
  readonly receipts: Required<ReceiptOptions>
  /** Where they hear neither, whatever is chosen for all. */
  readonly withoutReceipts: readonly ConversationId[]
  /** How new messages make themselves known. */
  readonly alerts: { readonly notifications: boolean; readonly sound: boolean }
}

export const defaultSettings: Settings = {
  receipts: { delivered: true, read: true },
  withoutReceipts: [],
  alerts: { notifications: false, sound: false },
}

/** Which receipts a conversation sends. */
export const receiptsIn = ({ receipts, withoutReceipts }: Settings, id: ConversationId): ReceiptOptions =>
  withoutReceipts.includes(id) ? { delivered: false, read: false } : receipts

/** Settings from outside; what makes no sense there is as by default. */
export const readSettings = (json: unknown): Settings => {
  const { receipts, withoutReceipts, alerts } = objectIn(json)
  return {
    receipts: switches(receipts, defaultSettings.receipts),
    withoutReceipts: Array.isArray(withoutReceipts) ? withoutReceipts.filter(isConversationId) : [],
    alerts: switches(alerts, defaultSettings.alerts),
  }
}

const objectIn = (json: unknown): Readonly<Record<string, unknown>> => (typeof json === 'object' && json !== null ? { ...json } : {})

const switches = <T extends Readonly<Record<string, boolean>>>(json: unknown, otherwise: T): T => {
  const given = objectIn(json)
  const read: Record<string, boolean> = { ...otherwise }
  for (const name of Object.keys(otherwise)) if (typeof given[name] === 'boolean') read[name] = given[name]
  return { ...otherwise, ...read }
}
