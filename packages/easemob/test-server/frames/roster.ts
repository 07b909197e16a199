import type { Jid } from './jid.ts'

/** What happened between two people. */
export interface RosterBody {
  readonly operation?: 'ADD' | 'REMOVE' | 'ACCEPT' | 'DECLINE' | 'REMOTE_ACCEPT' | 'REMOTE_DECLINE'
  readonly from?: Jid
  readonly to?: readonly Jid[]
  readonly reason?: string
}
