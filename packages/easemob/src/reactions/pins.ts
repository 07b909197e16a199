import type { ConversationId, MessageId, Op, PinnedFact, UserId } from '@parlance/core'
import { placeOf, userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { beside } from '../requests/beside.ts'
import { said } from '../said.ts'
import { amountOf, idOf, listOf, rawOf, textOf } from '../sdk/raw.ts'

const MOST_PER_PAGE = 50
/** Easemob allows twenty pins of a conversation unless the console says otherwise. */
const MOST_PAGES = 20

/** Messages that are pinned for all of a conversation. */
export interface Pins {
  /** Notes how a message stands from now on. */
  readonly note: (pin: Pick<PinnedFact, 'conversation' | 'id' | 'pinned' | 'by'>) => void
  /** All there are now, and those that were before and are no more: Easemob lists what is pinned alone. None where it doesn't answer. */
  readonly told: (conversation: ConversationId, op?: Op) => Promise<readonly PinnedFact[]>
}

export const createPins = ({ ask }: PartContext): Pins => {
  /** By whom. */
  const known = new Map<ConversationId, Map<MessageId, UserId>>()

  const note: Pins['note'] = ({ conversation, id, pinned, by }) => {
    const there = known.get(conversation) ?? new Map<MessageId, UserId>()
    known.set(conversation, there)
    if (pinned) there.set(id, by)
    else there.delete(id)
  }

  const list = async (conversation: ConversationId, op?: Op): Promise<readonly PinnedFact[]> => {
    const { chatType: conversationType, to: conversationId } = placeOf(conversation)
    const pins: PinnedFact[] = []
    let cursor = ''
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = { conversationType, conversationId, pageSize: MOST_PER_PAGE, cursor }
      const { data } = rawOf(await ask(connection => connection.getServerPinnedMessages(query), op))
      for (const one of listOf(rawOf(data)['list'])) {
        const { message, operatorId, pinTime } = rawOf(one)
        const [id, by] = [idOf(rawOf(message)['id']), textOf(operatorId)]
        if (id === undefined || by === undefined) continue
        pins.push(said({ type: 'pinned', origin: 'history', conversation, id, pinned: true, by: userOf(by), at: amountOf(pinTime) }))
      }
      cursor = textOf(rawOf(data)['cursor']) ?? ''
      if (cursor === '') break
    }
    return pins
  }

  return {
    note,
    async told(conversation, op) {
      // What is pinned while the answer is on its way isn't in it.
      const before = new Map(known.get(conversation))
      try {
        const pins = await list(conversation, beside(op))
        const standing = new Set(pins.map(({ id }) => id))
        // Who took a pin away isn't told: whose it was stands for that.
        const taken = [...before].flatMap(([id, by]): readonly PinnedFact[] =>
          standing.has(id) ? [] : [{ type: 'pinned', origin: 'history', conversation, id, pinned: false, by }],
        )
        const all = [...pins, ...taken]
        all.forEach(note)
        return all
      } catch {
        // A page of messages without its pins is better than none.
        return []
      }
    },
  }
}
