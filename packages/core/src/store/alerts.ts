import type { ConversationId } from '../model/ids.ts'
import { later, type Position } from '../model/position.ts'
import { isNotice, type MessageRecord } from '../state/messageRecord.ts'

/** Which messages have been announced: each once, and none below one that was [RCV9]. */
export class Alerts {
  readonly #through = new Map<ConversationId, Position>()
  readonly #active = new Set<ConversationId>()

  /** Somebody looks at it: no alerts from there. */
  setActive(conversation: ConversationId, active: boolean): void {
    if (active) this.#active.add(conversation)
    else this.#active.delete(conversation)
  }

  /** Whether a message that just came deserves an alert. Asking counts as alerting. */
  deserves(record: MessageRecord, silenced: boolean): boolean {
    const { conversation, position } = record
    const through = this.#through.get(conversation)
    const fresh = position === undefined || through === undefined || position > through
    const reached = later(through, position)
    if (reached !== undefined) this.#through.set(conversation, reached)
    return (
      fresh &&
      !record.mine &&
      !isNotice(record) &&
      record.recall === undefined &&
      !record.deleted &&
      !silenced &&
      !this.#active.has(conversation)
    )
  }
}
