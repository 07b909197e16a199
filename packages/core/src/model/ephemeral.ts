import type { ConversationId, UserId } from './ids.ts'
import type { Json } from './json.ts'

/** Something that is only of the moment: typing, a wave. Never stored, never in a timeline. */
export interface Ephemeral {
  readonly conversation: ConversationId
  readonly from: UserId
  /** `typing` carries a boolean. */
  readonly name: string
  readonly data: Json
}
