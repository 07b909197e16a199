import type { Capabilities, ChatError, ConversationId, Fact, ResumeToken, UserId } from '@parlance/core'
import type { RequestName, Requests } from '@parlance/websocket/wire'

export type { RequestName, Requests }

/** A fact on its way to one device, numbered per device without holes. */
export interface Delivery {
  readonly number: number
  readonly fact: Fact
}

/** One device of one user, attached. */
export interface BackendSession {
  /** What goes with `synced`: whether everything since the resume token follows, or something was missed. */
  readonly continuity: 'whole' | 'gap'
  readonly conversations?: readonly ConversationId[]
  /** To be handed over before `synced`: the facts missed since the token; after a gap, how things stand that no list tells. */
  readonly missed: readonly Delivery[]
  /** Answers at once; throws a `ChatError` when refused. */
  request<Name extends RequestName>(name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
  /** The token with which everything after delivery `number` can be asked for later. */
  token(number: number): ResumeToken
  detach(): void
}

/** A chat server without its network: accounts, conversations, order, permissions. Synchronous and deterministic. */
export interface Backend {
  readonly capabilities: Capabilities
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Attaches a device. Facts that happen from now on go to `deliver`, in order, never one within another. A token that means nothing here
   * is as good as none. Throws `authRejected`, `authExpired`.
   */
  attach(options: {
    readonly user: UserId
    /** Absent: vouched for by whoever attaches (in memory). */
    readonly credential?: string
    readonly device: string
    readonly resume?: ResumeToken
    readonly deliver: (delivery: Delivery) => void
    /** The backend ends the session: `replacedElsewhere`, `authExpired`. */
    readonly ended: (error: ChatError) => void
  }): BackendSession
  /** Bytes of an uploaded file, for whoever serves them over HTTP. */
  file(id: string): { readonly bytes: Uint8Array; readonly mime: string; readonly name: string } | undefined
}
