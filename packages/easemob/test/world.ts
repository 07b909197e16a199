import type { ConversationId, UserId } from '@parlance/core'

type MayWait<T> = T | Promise<T>

/** The test server, and what checks bring about behind it: from here, or from a browser. */
export interface World extends WorldCalls {
  readonly appKey: string
  readonly url: string
  readonly apiUrl: string
  /** The bytes of a frame with something in it that can't be read. */
  readonly oddFrame: readonly number[]
}

export interface WorldCalls {
  makeUser(wish: string): MayWait<UserId>
  makeGroup(members: readonly UserId[], wish?: string): MayWait<ConversationId>
  makeRoom(wish: string): MayWait<ConversationId>
  token(user: UserId): MayWait<string>
  expire(user: UserId): MayWait<void>
  block(user: UserId, other: UserId): MayWait<void>
  sayUnknown(from: UserId, conversation: ConversationId): MayWait<void>
}
