import type { ConversationId } from '../model/ids.ts'
import type { ReceiptOptions } from '../model/receiptOptions.ts'
import type { RetryOptions } from '../model/retryOptions.ts'
import type { AttachmentOptions } from '../protocol/attachmentOptions.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { Clock } from '../protocol/clock.ts'
import type { FactSink } from '../protocol/factSink.ts'
import type { StateReader } from '../protocol/stateReader.ts'
import type { Transport } from '../protocol/transport.ts'
import type { Busy } from './busy.ts'
import type { Ingress } from './ingress.ts'

/** What every flow works with: where it reads, where it puts, and whom it asks. */
export interface FlowContext {
  readonly transport: Transport
  readonly reader: StateReader
  readonly sink: FactSink
  readonly ingress: Ingress
  readonly clock: Clock
  /** From 0 to below 1. */
  readonly random: () => number
  readonly retry: Required<RetryOptions>
  readonly receipts: (conversation: ConversationId) => Required<ReceiptOptions>
  readonly attachments: AttachmentOptions
  /** As last told. */
  readonly capabilities: () => Capabilities
  readonly busy: Busy
  /** The server's time as far as it is known [ORD5]; milliseconds since 1970. */
  readonly serverNow: () => number
  /** Aborts when the chat is disposed. */
  readonly disposed: AbortSignal
}
