import type { UserId } from '@parlance/core'
import type { LinkFaults } from '@parlance/sandbox'

/** What the control route answers: where the sandbox is, who may log in, and how bad their links are. */
export interface Status {
  /** Where WebSockets connect, on this host. */
  readonly path: string
  readonly people: readonly { readonly id: UserId; readonly name: string; readonly token: string }[]
  readonly links: readonly { readonly user: UserId; readonly faults: LinkFaults; readonly cut: boolean }[]
}
