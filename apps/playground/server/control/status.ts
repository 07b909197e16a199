import type { UserId } from '@parlance/core'
import type { LinkFaults } from '@parlance/sandbox'
import type { EasemobAddress } from '../easemobBeside.ts'
import type { ReadCountFor } from './command.ts'

/** What the control route answers: where the sandbox is, who may log in, and how bad their links are. */
export interface Status {
  /** Where WebSockets connect, on this host. */
  readonly path: string
  readonly people: readonly { readonly id: UserId; readonly name: string; readonly token: string }[]
  /** Where Easemob's SDK connects, once its test server was started. */
  readonly easemob: EasemobAddress | undefined
  /** Whose group messages may ask for a read count. */
  readonly readCountFor: ReadCountFor
  readonly links: readonly { readonly user: UserId; readonly faults: LinkFaults; readonly cut: boolean }[]
}
