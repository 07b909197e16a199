import type { ConversationId, UserId } from '../../model/ids.ts'
import type { Capabilities } from '../../protocol/capabilities.ts'
import type { Transport } from '../../protocol/transport.ts'

/** Something that may take its time. */
export type MayWait<T> = T | Promise<T>

/** Breaks and mends the way between a user's devices and the backend. */
export interface ContractNetwork {
  /** Every link of this user is lost now, whatever is on its way, and none can be opened. */
  readonly cut: (user: UserId) => MayWait<void>
  /** From now on nothing passes over the links of this user, in either direction, and nobody tells them. */
  readonly silence?: (user: UserId) => MayWait<void>
  /** Links can be opened again, and what is sent arrives. */
  readonly restore: (user: UserId) => MayWait<void>
}

/** Makes credentials bad. */
export interface ContractCredentials {
  /** A transport whose credential the backend never gave. */
  readonly wrong: (user: UserId) => MayWait<Transport>
  /** The credential that a user's devices are linked with is good no longer; the next one they ask for is. */
  readonly expire: (user: UserId) => MayWait<void>
  /** How often a user's devices asked for a credential, all transports of {@link ContractBackend.open} together. */
  readonly asked: (user: UserId) => number
}

/** Brings on a user what no transport of this version would send. */
export interface ContractOddities {
  /** Something that can't be read comes down every link of this user. */
  readonly garbage: (user: UserId) => MayWait<void>
  /** `from` sends a message whose body is of a type that nobody knows. */
  readonly unknownBody: (from: UserId, conversation: ConversationId) => MayWait<void>
}

/**
 * A backend that the contract kit can play on: what its transports are made with, and, as far as it has them, ways to bring about what
 * users can't. What is missing is said by the checks that need it. The checks make their own users, so that one backend serves all.
 */
export interface ContractBackend {
  /** What the transports declare once they are synced: decides which checks apply, and what they ask. */
  readonly capabilities: Capabilities
  /** A new user. `wish` is the id to take if the backend lets one choose; any other will do. */
  readonly makeUser: (wish: string) => MayWait<UserId>
  /**
   * A new group of these. The first owns it; none of the others has a say over what others send. `wish` is what should stand behind `group:`, if the backend lets
   * one choose.
   */
  readonly makeGroup: (members: readonly UserId[], wish?: string) => MayWait<ConversationId>
  /** A transport, not connected, of one of a user's devices. The same device again: after it was closed, as after a restart. */
  readonly open: (user: UserId, device: string) => MayWait<Transport>
  /** Moves the backend's and the transports' clock. Absent: time passes by itself. */
  readonly advance?: (ms: number) => Promise<void>
  /** How long something that must come may take, milliseconds; 10 000 unless given. */
  readonly patienceMs?: number
  readonly network?: ContractNetwork
  readonly credentials?: ContractCredentials
  readonly oddities?: ContractOddities
  /** From now on what `other` sends to `user` is refused. */
  readonly block?: (user: UserId, other: UserId) => MayWait<void>
  /** A new room, which everybody may join. */
  readonly makeRoom?: (wish: string) => MayWait<ConversationId>
  /** Has something happen to a group and one of its members that the backend tells of as a notice; they are as before afterwards. */
  readonly notice?: (group: ConversationId, member: UserId) => MayWait<void>
  /** The bytes behind an attachment's URL; `fetch` unless given. */
  readonly download?: (url: string) => Promise<Blob>
}
